import type { FieldRule } from '@cairn/language'
import type { Value } from '../../values/value.ts'

/** A rule with its arguments read: the value as it goes on, or a Refusal. */
export type RuleStep = (value: Value) => Value

/** Makes a step of a rule's arguments. A value of a kind the rule is not about goes through unchanged. */
export type Rule = (args: FieldRule['args']) => RuleStep

/** A step that only texts go through. */
export function ofText(step: (text: string) => string): RuleStep {
  return (value) => (typeof value === 'string' ? step(value) : value)
}

/** The first argument as text; "" when there is none. */
export function textArgument(args: FieldRule['args'], index = 0): string {
  return String(args[index] ?? '')
}

/** The first argument as a number; null when it is none, and the rule then demands nothing. */
export function numberArgument(args: FieldRule['args']): number | null {
  const argument = args[0]
  const number = typeof argument === 'string' && argument.trim() !== '' ? Number(argument) : argument
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}
