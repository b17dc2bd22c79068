import { statements } from '../addresses.ts'
import { attribute, clause } from '../lookup.ts'
import type { Expression, Statement } from '../tree.ts'
import type { NamePlace } from './variable-places.ts'

/** A column of one table. */
export interface ColumnRenaming {
  kind: 'column'
  table: string
  from: string
  to: string
}

/** Any node of a tree, seen from outside. */
type AnyNode = { kind?: string; start?: number; end?: number; [part: string]: unknown }

const NAME = /^[A-Za-z_]\w*$/
/** Statements whose result is one row of their table. */
const ONE_ROW: ReadonlySet<string> = new Set(['db.get', 'db.add', 'db.edit', 'db.patch', 'db.add_or_edit'])
/** Arguments whose entries are named by columns. */
const KEYED: ReadonlySet<string> = new Set(['data', 'items', 'updates', 'sort'])
/** Arguments whose texts name columns. */
const NAMED: ReadonlySet<string> = new Set(['field_name', 'output', 'eval'])

/**
 * Every place of an object that names a column of a table, in order: its line and its indexes, the arguments of `db.…`
 * statements, `$db.table.column` (by the alias of a join too), and the path of a variable that only ever holds a row of
 * the table. What a stack computes as it runs is not found.
 */
export function columnPlaces(text: string, object: Statement, renaming: ColumnRenaming): NamePlace[] {
  const { table, from, to } = renaming
  const places = new Map<number, NamePlace>()
  const add = (start: number, end: number, name: string) => places.set(start, { start, end, text: name })
  const path = (node: AnyNode, owner: AnyNode) =>
    add(owner.end!, node.end!, `.${NAME.test(to) ? to : JSON.stringify(to)}`)

  /** The text of a column, alone (`"title"`), behind its table (`"deal.title"`) or before a path (`"title.x"`). */
  const named = (value: Expression, before: readonly string[]) => {
    if (value.kind !== 'text' && value.kind !== 'word') return
    const renamed = renamedPath(value.value, from, to, before)
    if (renamed === null) return
    const quote = text[value.start]
    add(
      value.start,
      value.end,
      quote === '"' || quote === "'" || !NAME.test(renamed) ? JSON.stringify(renamed) : renamed,
    )
  }
  const texts = (value: Expression, before: readonly string[]): void => {
    named(value, before)
    if (value.kind === 'array') for (const element of value.elements) texts(element, before)
    if (value.kind === 'object') {
      for (const entry of value.entries) if (entry.kind === 'entry') texts(entry.value, before)
    }
  }
  const keys = (value: Expression, before: readonly string[]): void => {
    if (value.kind === 'array') for (const element of value.elements) keys(element, before)
    if (value.kind !== 'object') return
    for (const entry of value.entries) {
      if (entry.kind !== 'entry') continue
      const renamed = renamedPath(entry.key, from, to, before)
      const lead = /^!?\s*/.exec(text.slice(entry.start, entry.end))?.[0].length ?? 0
      const start = entry.start + lead
      const length = entry.quoted ? keyLength(text, start) : entry.key.length
      if (renamed !== null) add(start, start + length, keyText(renamed, entry.quoted))
    }
  }

  if (object.name === 'table' && nameOf(object.target) === table) {
    for (const field of clause(object.body, 'schema')?.body?.items ?? []) {
      if (field.kind === 'field' && field.name === from)
        add(field.nameSpan.start, field.nameSpan.end, keyText(to, false))
    }
    const index = attribute(object.body, 'index')
    if (index !== null) indexColumns(index.value, (value) => named(value, ['']))
  }

  const rows = new Map<string, boolean>()
  for (const { statement } of statements(object.body)) {
    if (statement.as !== null) {
      const row = ONE_ROW.has(statement.name) && nameOf(statement.target) === table && statement.as.filters === null
      rows.set(statement.as.name, row && rows.get(statement.as.name) !== false)
    } else if (statement.name === 'var') {
      const name = nameOf(statement.target)
      if (name !== null) rows.set(name, false)
    }
    if (!statement.name.startsWith('db.')) continue
    const aliases = aliasesOf(statement, table)
    if (aliases.length === 0) continue
    const own = nameOf(statement.target) === table
    // Behind an alias the name is the table's; alone, only where the statement is about the table.
    const before = aliases.map((alias) => `${alias}.`)
    for (const item of statement.body?.items ?? []) {
      if (item.kind !== 'attribute') continue
      if (KEYED.has(item.name)) keys(item.value, own ? ['', ...before] : before)
      if (NAMED.has(item.name)) texts(item.value, own && item.name !== 'eval' ? ['', 'items.', ...before] : before)
      visit(item.value as unknown as AnyNode, (node, owner) => {
        if (isDatabasePath(owner, aliases)) path(node, owner)
      })
    }
  }

  visit(object as unknown as AnyNode, (node, owner) => {
    if (isDatabasePath(owner, [table])) path(node, owner)
    if (owner.kind === 'variable' && rows.get(owner['name'] as string) === true) path(node, owner)
  })
  return [...places.values()].toSorted((a, b) => a.start - b.start)

  function visit(node: AnyNode, see: (member: AnyNode, owner: AnyNode) => void): void {
    if (node.kind === 'member' && node['key'] === from) see(node, node['object'] as AnyNode)
    for (const part of Object.values(node)) {
      for (const one of Array.isArray(part) ? (part as unknown[]) : [part]) {
        if (typeof one === 'object' && one !== null) visit(one as AnyNode, see)
      }
    }
  }
}

/** `title.x` with its column called otherwise, or null when it names another; `before` are the heads it may have. */
function renamedPath(path: string, from: string, to: string, before: readonly string[]): string | null {
  for (const head of before) {
    if (!path.startsWith(head)) continue
    const rest = path.slice(head.length)
    if (rest === from || rest.startsWith(`${from}.`)) return head + to + rest.slice(from.length)
  }
  return null
}

function isDatabasePath(owner: AnyNode, aliases: readonly string[]): boolean {
  if (owner.kind !== 'member' || !aliases.includes(owner['key'] as string)) return false
  const root = owner['object'] as AnyNode
  return root.kind === 'variable' && root['name'] === 'db'
}

/** What a statement calls the table: its own name where it is the target, and the aliases of its joins. */
function aliasesOf(statement: Statement, table: string): string[] {
  const join = attribute(statement.body, 'join')?.value
  const joined = join?.kind === 'object' ? join.entries : []
  const aliases = joined.flatMap((entry) => {
    if (entry.kind !== 'entry' || entry.value.kind !== 'object') return []
    const names = entry.value.entries.some(
      (part) => part.kind === 'entry' && part.key === 'table' && nameOf(part.value) === table,
    )
    return names ? [entry.key] : []
  })
  return nameOf(statement.target) === table ? [table, ...aliases] : aliases
}

/** The names of columns in `index = [{field: [{name: "x"}]}]`. */
function indexColumns(value: Expression, found: (name: Expression) => void): void {
  if (value.kind === 'array') for (const element of value.elements) indexColumns(element, found)
  if (value.kind !== 'object') return
  for (const entry of value.entries) {
    if (entry.kind !== 'entry') continue
    if (entry.key === 'field' || entry.key === 'fields') indexFields(entry.value, found)
  }
}

function indexFields(value: Expression, found: (name: Expression) => void): void {
  for (const element of value.kind === 'array' ? value.elements : []) {
    if (element.kind !== 'object') found(element)
    else for (const part of element.entries) if (part.kind === 'entry' && part.key === 'name') found(part.value)
  }
}

function nameOf(target: Expression | null): string | null {
  if (target?.kind === 'variable') return target.name
  return target?.kind === 'text' || target?.kind === 'word' ? target.value : null
}

const keyText = (name: string, quoted: boolean): string => (quoted || !NAME.test(name) ? JSON.stringify(name) : name)

/** How long a quoted key is as written, its quotes included. */
function keyLength(text: string, start: number): number {
  const quoted = /^"(?:[^"\\]|\\.)*"|^'(?:[^'\\]|\\.)*'/.exec(text.slice(start))
  return quoted?.[0].length ?? 0
}
