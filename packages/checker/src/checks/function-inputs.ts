import type { FunctionObject } from '@cairn/language'
import { nameOf, unwrap } from '../infer/query-source.ts'
import { argumentOf } from '../infer/statement-parts.ts'
import { didYouMean } from '../report/did-you-mean.ts'
import type { Check, StatementPlace, Tools } from './check.ts'

/** What is handed to a function of the workspace, beside the inputs it declares. */
export const functionInputs: Check = {
  codes: { unknown_function_input: 'warning', missing_function_input: 'warning' },
  statement(place, tools) {
    if (place.definition?.target?.kind !== 'function') return
    const called = tools.workspace.model.functions.get(nameOf(place.statement.target) ?? '')
    if (called !== undefined) compare(place, called, tools)
  },
}

function compare({ statement }: StatementPlace, called: FunctionObject, { report }: Tools): void {
  if (called.inputs.some(({ type }) => type === 'dblink')) return
  const written = argumentOf(statement, 'input')
  const given = written === null ? null : unwrap(written)
  if (given !== null && given.kind !== 'object') return
  const entries = given?.entries ?? []
  const plain = entries.filter((entry) => entry.kind === 'entry' && !entry.disabled)
  const names = called.inputs.map(({ name }) => name)
  for (const entry of plain) {
    if (entry.kind !== 'entry' || names.includes(entry.key)) continue
    const hint = didYouMean(entry.key, names, names.length === 0 ? 'It has none.' : `It has ${names.join(', ')}.`)
    report('unknown_function_input', entry, `The function "${called.name}" has no input "${entry.key}".`, hint)
  }
  if (entries.some((entry) => entry.kind !== 'entry')) return
  for (const { name, required, disabled } of called.inputs) {
    if (disabled || !required || plain.some((entry) => entry.kind === 'entry' && entry.key === name)) continue
    const at = written ?? statement.nameSpan
    report('missing_function_input', at, `The function "${called.name}" needs the input "${name}".`)
  }
}
