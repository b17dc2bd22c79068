import type { Value } from '@cairn/statements'
import type { Table } from '../catalogue/catalogue.ts'
import { quoteName } from '../catalogue/identifier.ts'
import type { RowReader, WireType } from '../connect/statement.ts'
import type { Typed } from './compilation.ts'

/** A row as a stack sees it. */
export type Row = { [key: string]: Value }

/** One member of a row: where its value is in SQL, and which parts of a document are wanted (null: all of it). */
export interface Projected {
  key: string
  value: Typed
  paths: string[][] | null
  /** Read by name only: the stack finds it as `$user.password`, but no answer, copy or list of keys holds it. */
  secret?: boolean
}

/** What a page says about itself; may stand in an output list and is no column. */
const pageKeys = new Set([
  'itemsReceived',
  'curPage',
  'nextPage',
  'prevPage',
  'offset',
  'perPage',
  'itemsTotal',
  'pageTotal',
])

/**
 * The columns of a table that a row holds. Without an output list: all but internal ones, passwords as secrets. With
 * one: those it names, as `id`, `items.id` of a page, or `address.city` of a document. Other names (addons, evals, what
 * is no longer there) say nothing about the table.
 */
export function projectColumns(table: Table, alias: string, output: readonly string[] | null): Projected[] {
  const wanted = output === null ? null : outputPaths(table, output)
  const projected: Projected[] = []
  for (const column of table.columns.values()) {
    const secret = wanted === null && column.kind === 'password'
    const paths = wanted === null ? (column.hidden && !secret ? undefined : null) : wanted.get(column.name)
    if (paths === undefined) continue
    const value = { sql: `${quoteName(alias)}.${column.sql}`, type: column.type }
    projected.push(secret ? { key: column.name, value, paths, secret } : { key: column.name, value, paths })
  }
  return projected
}

/** First segment → rest of the paths asked for, or null for the whole. Null altogether when no row member is named. */
export function outputPaths(table: Table, output: readonly string[]): Map<string, string[][] | null> | null {
  const wanted = new Map<string, string[][] | null>()
  for (const name of output) {
    const segments = name.split('.')
    if (segments[0] === 'items' && segments.length > 1 && !table.columns.has('items')) segments.shift()
    const [key = '', ...path] = segments
    if (pageKeys.has(key) && !table.columns.has(key)) continue
    const known = wanted.get(key)
    if (path.length === 0 || known === null) wanted.set(key, null)
    else wanted.set(key, [...(known ?? []), path])
  }
  return wanted.size === 0 ? null : wanted
}

/** A reader made once for these members: no look-up by name per row. */
export function rowReader(members: readonly Projected[]): RowReader<Row> {
  const secrets = members.filter((member) => member.secret === true).map(({ key }) => key)
  return secrets.length === 0 ? openReader(members) : hidingReader(openReader(members), secrets)
}

/** Secrets stay members of the row, but none that a copy, an answer or a list of its keys would take along. */
function hidingReader(read: RowReader<Row>, secrets: readonly string[]): RowReader<Row> {
  return (bytes, start) => {
    const row = read(bytes, start)
    for (const key of secrets) Object.defineProperty(row, key, { enumerable: false })
    return row
  }
}

function openReader(members: readonly Projected[]): RowReader<Row> {
  const keys = members.map(({ key }) => key)
  const wires: WireType[] = members.map(({ value }) => value.type.wire)
  const picks = members.map(({ paths }) => paths)
  const plain = picks.every((paths) => paths === null) && !keys.includes('__proto__')
  const count = members.length
  if (!plain) return pickingReader(keys, wires, picks)
  return (bytes, start) => {
    const row: Row = {}
    let at = start
    for (let i = 0; i < count; i += 1) {
      const length = bytes.readInt32BE(at)
      at += 4
      if (length < 0) {
        row[keys[i]!] = null
      } else {
        row[keys[i]!] = wires[i]!.read(bytes, at, length) as Value
        at += length
      }
    }
    return row
  }
}

function pickingReader(
  keys: readonly string[],
  wires: readonly WireType[],
  picks: readonly (string[][] | null)[],
): RowReader<Row> {
  return (bytes, start) => {
    const entries: [string, Value][] = []
    let at = start
    for (const [i, key] of keys.entries()) {
      const length = bytes.readInt32BE(at)
      at += 4
      const value = length < 0 ? null : (wires[i]!.read(bytes, at, length) as Value)
      if (length > 0) at += length
      const paths = picks[i]!
      entries.push([key, paths === null ? value : pick(value, paths)])
    }
    // fromEntries, unlike assignment, makes a member of its own of any name.
    return Object.fromEntries(entries)
  }
}

/** The parts of a document that paths name; of a list, of each of its elements. */
function pick(value: Value, paths: readonly string[][]): Value {
  if (Array.isArray(value)) return value.map((item) => pick(item, paths))
  if (value === null || typeof value !== 'object') return value
  const groups = new Map<string, string[][] | null>()
  for (const [key = '', ...rest] of paths) {
    const known = groups.get(key)
    if (rest.length === 0 || known === null) groups.set(key, null)
    else groups.set(key, [...(known ?? []), rest])
  }
  const entries: [string, Value][] = []
  for (const [key, rest] of groups) {
    if (!Object.hasOwn(value, key)) continue
    const member = (value as Row)[key]!
    entries.push([key, rest === null ? member : pick(member, rest)])
  }
  return Object.fromEntries(entries)
}
