import { literalValue, type TableObject } from '@cairn/language'
import { columnOf, columnsOf, nameOf, unwrap } from '../infer/query-source.ts'
import { argumentOf } from '../infer/statement-parts.ts'
import { didYouMean } from '../report/did-you-mean.ts'
import type { Check, Place, StatementPlace, Tools } from './check.ts'

/** Columns that a table does not have. Behind `$db`, in `field_name` and in `data` the statement fails; `output` leaves them out. */
export const columns: Check = {
  codes: { unknown_column: 'error', lost_column: 'warning' },
  column(node, scope, tools) {
    const place = scope.query === null ? null : columnOf(node, scope.query)
    if (place?.column != null && place.table !== null) known('unknown_column', place.column, place.table, node, tools)
  },
  statement(place, tools) {
    if (place.definition?.target?.kind !== 'table') return
    const table = tools.workspace.model.tables.get(nameOf(place.statement.target) ?? '')
    if (table === undefined) return
    field(place, table, tools)
    data(place, table, tools)
    output(place, table, tools)
  },
}

function known(code: string, name: string, table: TableObject, at: Place, { report }: Tools): void {
  const names = columnsOf(table)
  if (names.has(name)) return
  const hint = didYouMean(name, names.keys(), `It has ${[...names.keys()].slice(0, 12).join(', ')}.`)
  report(code, at, `The table "${table.name}" has no column "${name}".`, hint)
}

function field({ statement }: StatementPlace, table: TableObject, tools: Tools): void {
  const written = argumentOf(statement, 'field_name')
  const name = nameOf(written)
  if (written !== null && name !== null && name !== '') known('unknown_column', name, table, written, tools)
}

function data({ statement }: StatementPlace, table: TableObject, tools: Tools): void {
  const written = argumentOf(statement, 'data')
  const object = written === null ? null : unwrap(written)
  if (object?.kind !== 'object') return
  for (const entry of object.entries) {
    if (entry.kind === 'entry' && !entry.disabled) known('unknown_column', entry.key, table, entry, tools)
  }
}

/** Computed columns and addons may be named too: without them, only columns are. */
function output({ statement }: StatementPlace, table: TableObject, tools: Tools): void {
  const written = argumentOf(statement, 'output')
  const list = written === null ? null : unwrap(written)
  if (list?.kind !== 'array') return
  if (['eval', 'addon', 'return', 'join'].some((name) => argumentOf(statement, name) !== null)) return
  for (const element of list.elements) {
    const { value } = literalValue(element)
    if (typeof value === 'string') known('lost_column', value.split('.')[0] ?? '', table, element, tools)
  }
}
