import type { FieldRule } from '@cairn/language'
import { Refusal } from '../refusal.ts'
import { ofText, textArgument, type RuleStep } from './rule.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const characters: Readonly<Record<string, (rule: FieldRule) => string>> = {
  alphaOk: () => letters + letters.toUpperCase(),
  digitOk: () => '0123456789',
  ok: (rule) => textArgument(rule.args),
}

/** Whether a rule says which characters are allowed. */
export function allowsCharacters(rule: FieldRule): boolean {
  return Object.hasOwn(characters, rule.name)
}

/** `alphaOk|digitOk|ok:_` allow together what each of them allows: letters, digits and the underscore. */
export function onlyAllowed(rules: readonly FieldRule[]): RuleStep {
  const allowed = new Set(
    rules.filter(allowsCharacters).flatMap((rule) => Array.from(characters[rule.name]?.(rule) ?? '')),
  )
  return ofText((text) => {
    for (const character of text) {
      if (!allowed.has(character)) throw new Refusal('broken_rule', says, character)
    }
    return text
  })
}

function says(place: string, given: string | null): string {
  const demand = given === null ? 'contain allowed characters only' : `not contain the character "${given}"`
  return `Input "${place}" must ${demand}.`
}
