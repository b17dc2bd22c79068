import { clauses } from '../addresses.ts'
import { parse } from '../parse/parse-file.ts'
import { print } from '../print/print-statement.ts'
import { sameTree } from '../print/same-tree.ts'
import type { Body, Statement } from '../tree.ts'
import { alignStatements } from './align-statements.ts'
import { printItemAlone } from './print-item-alone.ts'

/** One difference between two texts of an object. Addresses are those of the text they stand in. */
export type StatementChange =
  | { kind: 'added'; address: string; after: string }
  | { kind: 'removed'; address: string; before: string }
  /** The statement itself, not what its blocks hold: those have changes of their own. */
  | { kind: 'changed'; address: string; from: string; before: string; after: string }
  /** As it was, in another place. */
  | { kind: 'moved'; address: string; from: string; after: string }
  /** A part of the object outside its stacks: `input`, `response`, `schema`, `auth`, …; null where it is not there. */
  | { kind: 'part'; name: string; before: string | null; after: string | null }

/**
 * What differs in meaning between two texts of one object, in the order of the newer: layout alone is no difference.
 * Null when either holds no object to compare, so that only their lines can be shown.
 */
export function compareObjects(before: string, after: string): StatementChange[] | null {
  const [old, recent] = [objectOf(before), objectOf(after)]
  if (old === null || recent === null) return null
  const changes = [...partChanges(old, recent), ...blockChanges(old.body, recent.body, '', '')]
  return joinMoves(changes)
}

function objectOf(text: string): Statement | null {
  const [object] = parse(text).file.objects
  return object?.kind === 'statement' ? object : null
}

/** The object without its stacks, one part each. */
function partChanges(old: Statement, recent: Statement): StatementChange[] {
  const [before, after] = [partsOf(old), partsOf(recent)]
  const names = [...new Set([...after.keys(), ...before.keys()])]
  return names.flatMap((name) => {
    const [was, is] = [before.get(name) ?? null, after.get(name) ?? null]
    return was === is ? [] : [{ kind: 'part' as const, name, before: was, after: is }]
  })
}

function partsOf(object: Statement): Map<string, string> {
  const stacks = new Set(clauses(object.body).map(({ clause }) => clause))
  const parts = new Map([['', head(object)]])
  for (const item of object.body?.items ?? []) {
    if (item.kind === 'invalid') parts.set(item.text, item.text)
    else if (item.kind !== 'statement') parts.set(item.name, printItemAlone(item))
    else if (!stacks.has(item) || !holdsStatements(item)) parts.set(item.name, printItemAlone(item))
  }
  return parts
}

function holdsStatements({ body }: Statement): boolean {
  return (body?.items ?? []).some((item) => item.kind === 'statement')
}

/** The line of the object: its name and options. */
function head(object: Statement): string {
  return print({ ...object, body: null, leading: [] }).trim()
}

function blockChanges(old: Body | null, recent: Body | null, oldAt: string, at: string): StatementChange[] {
  const [before, after] = [new Map(blocksOf(old)), new Map(blocksOf(recent))]
  const steps = [...new Set([...after.keys(), ...before.keys()])]
  return steps.flatMap((step) =>
    listChanges(before.get(step) ?? [], after.get(step) ?? [], `${oldAt}${step}`, `${at}${step}`),
  )
}

function blocksOf(body: Body | null): [string, Statement[]][] {
  return clauses(body).map(({ step, clause }) => [
    step,
    (clause.body?.items ?? []).filter((item) => item.kind === 'statement'),
  ])
}

function listChanges(old: Statement[], recent: Statement[], oldAt: string, at: string): StatementChange[] {
  return alignStatements(old, recent).flatMap(([was, is]): StatementChange[] => {
    const [from, address] = [`${oldAt}.${was}`, `${at}.${is}`]
    const [before, after] = [was === null ? null : old[was]!, is === null ? null : recent[is]!]
    if (before === null || after === null) {
      if (after !== null) return [{ kind: 'added', address, after: print(after).trim() }]
      return before === null ? [] : [{ kind: 'removed', address: from, before: print(before).trim() }]
    }
    if (sameTree(before, after)) return []
    const inner = blockChanges(before.body, after.body, `${from}.`, `${address}.`)
    if (sameTree(shell(before), shell(after)) && inner.length > 0) return inner
    return [{ kind: 'changed', address, from, before: print(before).trim(), after: print(after).trim() }]
  })
}

/** A statement with its blocks emptied. */
function shell(statement: Statement): Statement {
  const blocks = new Set(
    clauses(statement.body)
      .filter(({ clause }) => holdsStatements(clause))
      .map(({ clause }) => clause),
  )
  if (statement.body === null || blocks.size === 0) return statement
  const items = statement.body.items.map((item) =>
    item.kind === 'statement' && blocks.has(item) && item.body !== null
      ? { ...item, body: { ...item.body, items: [] } }
      : item,
  )
  return { ...statement, body: { ...statement.body, items } }
}

/** A statement taken away here and put in there, unchanged, has moved. */
function joinMoves(changes: StatementChange[]): StatementChange[] {
  const gone = changes.filter((change) => change.kind === 'removed')
  const joined = new Set<StatementChange>()
  const moved = changes.map((change): StatementChange => {
    if (change.kind !== 'added') return change
    const origin = gone.find((one) => !joined.has(one) && one.before === change.after)
    if (origin === undefined) return change
    joined.add(origin)
    return { kind: 'moved', address: change.address, from: origin.address, after: change.after }
  })
  return moved.filter((change) => !joined.has(change))
}
