import { literalValue, type Expression, type ObjectLiteral, type Statement, attribute } from '@cairn/language'
import type { TableObject, WorkspaceModel } from '@cairn/language'
import { typeOfField } from '../types/type-of-field.ts'
import { any, int, objectOf, type ObjectType, type Type } from '../types/type.ts'

/** What `$db` stands for inside the arguments of a statement of the database. */
export interface QuerySource {
  /** The table behind the name; null where the workspace does not have it. */
  table: TableObject | null
  name: string
  joins: readonly { alias: string; name: string; table: TableObject | null }[]
  /** Names of computed columns; null where they cannot be told. */
  evals: ReadonlySet<string> | null
}

/** What a `$db.…` chain reads. */
export interface ColumnPlace {
  table: TableObject | null
  /** The column's name, or null where the chain names a computed one. */
  column: string | null
  type: Type
}

/** Reads table and joins of a statement whose target is a table. */
export function querySource(statement: Statement, model: WorkspaceModel): QuerySource {
  const name = nameOf(statement.target) ?? ''
  const join = attribute(statement.body, 'join')?.value
  return {
    name,
    table: model.tables.get(name) ?? null,
    joins: join === undefined ? [] : joinsOf(join, model),
    evals: evalNames(statement),
  }
}

function joinsOf(expression: Expression, model: WorkspaceModel): QuerySource['joins'] {
  const inner = unwrap(expression)
  const entries: [string | null, Expression][] =
    inner.kind === 'object'
      ? inner.entries.flatMap((entry) =>
          entry.kind === 'entry' ? [[entry.key, entry.value] as [string, Expression]] : [],
        )
      : inner.kind === 'array'
        ? inner.elements.map((element) => [null, element])
        : []
  return entries.flatMap(([key, value]) => {
    const written = unwrap(value)
    if (written.kind !== 'object') return []
    const name = textEntry(written, 'table') ?? key
    if (name === null) return []
    const alias = key ?? textEntry(written, 'alias') ?? textEntry(written, 'as') ?? name
    return [{ alias, name, table: model.tables.get(name) ?? null }]
  })
}

function evalNames(statement: Statement): QuerySource['evals'] {
  const written = attribute(statement.body, 'eval')?.value
  if (written === undefined) return new Set()
  const inner = unwrap(written)
  if (inner.kind !== 'object') return null
  return new Set(inner.entries.flatMap((entry) => (entry.kind === 'entry' ? [entry.key] : [])))
}

/** The column of `$db.column`, `$db.table.column` or `$db.alias.column`; null for anything else. */
export function columnOf(expression: Expression, source: QuerySource): ColumnPlace | null {
  const keys = chainBehindDb(expression)
  const [first, ...rest] = keys ?? []
  if (first === undefined) return null
  if (rest.length > 0) {
    const named = tableNamed(first, source)
    if (named !== null) return placeIn(named.table, rest)
  }
  if (source.evals === null || source.evals.has(first)) return { table: null, column: null, type: any }
  return placeIn(source.table, [first, ...rest])
}

function placeIn(table: TableObject | null, [column = '', ...path]: readonly string[]): ColumnPlace {
  const type = table === null ? any : (columnsOf(table).get(column) ?? any)
  return { table, column, type: path.length === 0 ? type : any }
}

function chainBehindDb(expression: Expression): string[] | null {
  const keys: string[] = []
  let node = unwrap(expression)
  while (node.kind === 'member' || node.kind === 'index') {
    const key = node.kind === 'member' ? node.key : literalValue(node.index).value
    if (key === null || typeof key === 'object') return null
    keys.unshift(String(key))
    node = unwrap(node.object)
  }
  return node.kind === 'variable' && node.name === 'db' ? keys : null
}

/** A table joined under another name is known by both; a name with spaces is written with underscores. */
function tableNamed(word: string, source: QuerySource): { table: TableObject | null } | null {
  const name = comparable(word)
  const alias = source.joins.find((join) => comparable(join.alias) === name)
  if (alias !== undefined) return alias
  if (comparable(source.name) === name) return source
  const byTable = source.joins.filter((join) => comparable(join.name) === name)
  if (byTable.length === 1) return byTable[0] ?? null
  return word === 'NEW' || word === 'OLD' ? { table: null } : null
}

function comparable(name: string): string {
  return name
    .trim()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .toLowerCase()
}

/** All columns of a table with their types. `id` is always there. */
export function columnsOf(table: TableObject): Map<string, Type> {
  return new Map<string, Type>([
    ['id', int],
    ...table.fields.map((field): [string, Type] => [field.name, typeOfField(field)]),
  ])
}

/**
 * A row as a statement returns it. `output` names the columns. Without it all but the internal ones are there, and
 * passwords can be read by name only.
 */
export function rowOf(table: TableObject, output: readonly string[] | null, open: boolean): ObjectType {
  const kinds = new Map(table.fields.map((field) => [field.name, field]))
  const wanted = output === null ? null : new Set(output.map((name) => rowMember(name, table)))
  const fields = new Map<string, Type>()
  const hidden = new Map<string, Type>()
  for (const [name, type] of columnsOf(table)) {
    const field = kinds.get(name)
    const isSecret = field?.type === 'password'
    const column: Type = isSecret ? { kind: 'text', secret: `${table.name}.${name}` } : type
    if (wanted === null && isSecret) hidden.set(name, column)
    else if (wanted === null ? field?.visibility !== 'internal' : wanted.has(name)) fields.set(name, column)
  }
  return { ...objectOf(fields, open), table: table.name, hidden }
}

/** The column that an entry of `output` names: `id`, `address.city`, and `items.id` of a page. */
function rowMember(entry: string, table: TableObject): string {
  const [first = '', second] = entry.split('.')
  const isPage = first === 'items' && second !== undefined && !table.fields.some(({ name }) => name === 'items')
  return isPage ? second : first
}

/** Without parentheses, backticks and casts. */
export function unwrap(expression: Expression): Expression {
  let inner = expression
  for (;;) {
    if (inner.kind === 'paren' || inner.kind === 'backtick') inner = inner.expression
    else if (inner.kind === 'cast') inner = inner.operand
    else return inner
  }
}

/** A literal name: `"user"`, `user`. */
export function nameOf(expression: Expression | null): string | null {
  if (expression === null) return null
  const inner = unwrap(expression)
  return inner.kind === 'text' || inner.kind === 'word' ? inner.value : null
}

/** The literal value of a key of an object, as text. */
export function textEntry(object: ObjectLiteral, key: string): string | null {
  return nameOf(entryValue(object, key))
}

/** The value of a key that is not switched off. */
export function entryValue(object: ObjectLiteral, key: string): Expression | null {
  for (const entry of object.entries) {
    if (entry.kind === 'entry' && !entry.disabled && entry.key === key) return entry.value
  }
  return null
}
