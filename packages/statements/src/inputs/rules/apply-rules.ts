import type { FieldRule } from '@cairn/language'
import type { Value } from '../../values/value.ts'
import { Refusal } from '../refusal.ts'
import { allowsCharacters, onlyAllowed } from './allowed-characters.ts'
import { max, min } from './bounds.ts'
import { minAlpha, minDigit, minLowerAlpha, minSymbol, minUpperAlpha } from './counts.ts'
import type { Rule, RuleStep } from './rule.ts'
import { endsWith, lower, pattern, prevent, startsWith, trim, upper } from './texts.ts'

const rulesByName: ReadonlyMap<string, Rule> = new Map(
  Object.entries({
    min,
    max,
    trim,
    lower,
    upper,
    startsWith,
    endsWith,
    prevent,
    pattern,
    minAlpha,
    minLowerAlpha,
    minUpperAlpha,
    minDigit,
    minSymbol,
  }),
)

/** One step of all rules, in the order written. A rule that is not known (`@:dbo=36`) demands nothing. */
export function compileRules(rules: readonly FieldRule[]): RuleStep {
  const firstAllowance = rules.find(allowsCharacters)
  const steps = rules.flatMap((rule) => {
    if (allowsCharacters(rule)) return rule === firstAllowance ? [onlyAllowed(rules)] : []
    const known = rulesByName.get(rule.name)
    return known === undefined ? [] : [known(rule.args)]
  })
  const [only] = steps
  if (only === undefined) return (value) => value
  return steps.length === 1 ? only : (value) => steps.reduce((current, step) => step(current), value)
}

const compiledRules = new WeakMap<readonly FieldRule[], RuleStep>()

/** The value after the rules of a column or an input; a StackError `inputerror` names the rule it breaks. */
export function applyRules(rules: readonly FieldRule[], value: Value, name: string): Value {
  let step = compiledRules.get(rules)
  if (step === undefined) compiledRules.set(rules, (step = compileRules(rules)))
  try {
    return step(value)
  } catch (error) {
    throw error instanceof Refusal ? error.inside(name).toStackError() : error
  }
}
