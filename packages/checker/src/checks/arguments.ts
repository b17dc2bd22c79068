import { literalValue } from '@cairn/language'
import type { Parameter, StatementDefinition } from '@cairn/statements'
import { attributesOf, statementsIn } from '../infer/statement-parts.ts'
import { didYouMean } from '../report/did-you-mean.ts'
import type { Check, StatementPlace, Tools } from './check.ts'

/** What every statement may carry. */
const common: ReadonlySet<string> = new Set(['description', 'disabled', 'mock'])

/** Arguments and blocks: those that a statement does not have, and those that it must have. */
export const args: Check = {
  codes: {
    unknown_argument: 'error',
    unknown_block: 'error',
    unknown_choice: 'error',
    missing_argument: 'error',
    missing_block: 'error',
  },
  statement(place, tools) {
    const { definition } = place
    if (definition === undefined) return
    unknown(place, definition, tools)
    missing(place, definition, tools)
  },
}

function unknown({ statement }: StatementPlace, definition: StatementDefinition, { report }: Tools): void {
  const names = Object.keys(definition.args)
  for (const { name, nameSpan, value } of attributesOf(statement.body)) {
    const parameter = definition.args[name]
    if (parameter !== undefined) {
      const problem = choiceProblem(parameter, literalValue(value).value)
      if (problem !== null) report('unknown_choice', value, `${name} cannot be ${problem}`, choices(parameter))
    } else if (!common.has(name)) {
      const hint = names.length === 0 ? 'It takes none.' : `It takes ${names.join(', ')}.`
      report(
        'unknown_argument',
        nameSpan,
        `${definition.name} has no argument "${name}".`,
        didYouMean(name, names, hint),
      )
    }
  }
  for (const clause of statementsIn(statement.body)) {
    const clauses = Object.keys(definition.clauses ?? {})
    if (clause.disabled || clauses.includes(clause.name)) continue
    const hint = clauses.length === 0 ? 'It has none.' : `It has ${clauses.join(', ')}.`
    report('unknown_block', clause.nameSpan, `${definition.name} has no block "${clause.name}".`, hint)
  }
}

/** What a choice says that is none, or null. */
function choiceProblem({ kind, values = [] }: Parameter, value: unknown): string | null {
  if (kind !== 'choice' || typeof value !== 'string' || values.includes(value)) return null
  return `"${value}".`
}

function choices({ values = [] }: Parameter): string {
  return `It is one of ${values.join(', ')}.`
}

function missing({ statement }: StatementPlace, definition: StatementDefinition, { report }: Tools): void {
  const { name, nameSpan, target, subject, condition } = statement
  const lacks = (what: string) => report('missing_argument', nameSpan, `${name} needs ${what}.`)
  if (definition.target?.required === true && target === null) lacks(`a name behind it: ${definition.target.label}`)
  if (definition.subject?.required === true && subject === null) lacks(`${definition.subject.label} in parentheses`)
  if (definition.condition?.required === true && condition === null) lacks('a condition: if (…)')
  const written = new Set(attributesOf(statement.body).map((attribute) => attribute.name))
  for (const [argument, { required, instead }] of Object.entries(definition.args)) {
    if (required && !written.has(argument) && (instead === undefined || !written.has(instead)))
      lacks(`the argument "${argument}"`)
  }
  const blocks = new Set(statementsIn(statement.body).map((clause) => clause.name))
  for (const [block, { optional }] of Object.entries(definition.clauses ?? {})) {
    if (optional !== true && !blocks.has(block)) report('missing_block', nameSpan, `${name} needs a block "${block}".`)
  }
}
