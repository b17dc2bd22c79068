import { clauses, statements } from '../addresses.ts'
import type { Attribute, Body, Expression, Item, Statement } from '../tree.ts'

/** What other objects name. */
export type ReferenceKind = 'table' | 'function'

/** A name of a table or function where it is used. */
export interface Reference {
  /** The statement it stands in; null in inputs, columns and settings. */
  address: string | null
  /** Of the name as written, quotes included. */
  start: number
  end: number
}

/**
 * Where an object names a table or function: the target of a `db.…` or `function.…` statement, `table = …` (of a token, an
 * input or a column), `auth = …`, the table of a join. Names made by the stack as it runs are not found.
 */
export function findReferences(object: Statement, kind: ReferenceKind, name: string): Reference[] {
  const found: Reference[] = []
  const add = (address: string | null, expression: Expression | null) => {
    if (expression !== null && nameOf(expression) === name) {
      found.push({ address, start: expression.start, end: expression.end })
    }
  }
  for (const { address, statement } of statements(object.body)) {
    const target = kind === 'table' ? TABLE_TARGET : FUNCTION_TARGET
    if (target.test(statement.name)) add(address, statement.target)
    if (kind === 'table') tableNames(ownItems(statement), (expression) => add(address, expression))
  }
  if (kind === 'table') {
    tableNames(ownItems(object), (expression) => add(null, expression))
    if (object.name === 'query') for (const auth of attributesOf(object, 'auth')) add(null, auth.value)
    if (object.name === 'table_trigger') for (const table of attributesOf(object, 'table')) add(null, table.value)
  }
  return dedupe(found)
}

const TABLE_TARGET = /^db\./
const FUNCTION_TARGET = /^function\./

function nameOf(expression: Expression): string | null {
  return expression.kind === 'text' || expression.kind === 'word' ? expression.value : null
}

/** A statement's own items: not those of the statements in its blocks. */
function ownItems(statement: Statement): Item[] {
  const within = new Set<Item>()
  for (const { clause } of clauses(statement.body)) {
    for (const item of clause.body?.items ?? []) if (item.kind === 'statement') within.add(item)
  }
  return outside(statement.body, within)
}

function outside(body: Body | null, without: ReadonlySet<Item>): Item[] {
  return (body?.items ?? []).flatMap((item) => {
    if (without.has(item)) return []
    if (item.kind !== 'statement') return item.kind === 'field' ? [item, ...outside(item.body, without)] : [item]
    return outside(item.body, without)
  })
}

function tableNames(items: Item[], add: (expression: Expression) => void): void {
  for (const item of items) {
    if (item.kind !== 'attribute') continue
    if (item.name === 'table') add(item.value)
    else inValue(item.value, add)
  }
}

/** `{table: "x"}` anywhere within a value, as joins and lists of them have it. */
function inValue(value: Expression, add: (expression: Expression) => void): void {
  if (value.kind === 'array') for (const element of value.elements) inValue(element, add)
  if (value.kind !== 'object') return
  for (const entry of value.entries) {
    if (entry.kind !== 'entry') continue
    if (entry.key === 'table') add(entry.value)
    else inValue(entry.value, add)
  }
}

function attributesOf(object: Statement, name: string): Attribute[] {
  return (object.body?.items ?? []).filter((item) => item.kind === 'attribute' && item.name === name) as Attribute[]
}

function dedupe(references: Reference[]): Reference[] {
  return [...new Map(references.map((one) => [one.start, one])).values()].toSorted((a, b) => a.start - b.start)
}
