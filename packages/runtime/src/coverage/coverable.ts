import { clauses, type Body, type Statement } from '@cairn/language'
import { catalogue, type ClauseDefinition } from '@cairn/statements'
import { isDisabled } from '../compile/is-disabled.ts'
import type { RunnableObject } from '../types.ts'

/** A way through a statement that a run takes or not. */
export interface Branch {
  /** Of the block: `stack.2.then`; of passing by all blocks of a statement `stack.2.otherwise`. */
  address: string
  /** `if`, `elseif`, `each`, `catch`; where it passes by, the block that could stand there: `else`. */
  clause: string
}

/** What of an object's stack can run, in the order of the text. */
export interface Coverable {
  /** Addresses. */
  statements: string[]
  branches: Branch[]
}

/**
 * The statements and branches of an object, without what is disabled. A block that always runs is no branch, nor is an
 * empty one, whose run leaves no trace.
 */
export function coverableOf({ stack }: RunnableObject): Coverable {
  const found: Coverable = { statements: [], branches: [] }
  if (stack !== null) addBody(found, stack, 'stack')
  return found
}

function addBody(found: Coverable, body: Body, base: string): void {
  let index = 0
  for (const item of body.items) {
    if (item.kind !== 'statement') continue
    const address = `${base}.${index++}`
    if (isDisabled(item)) continue
    found.statements.push(address)
    const known = catalogue.get(item.name)?.definition.clauses
    if (known !== undefined) addBlocks(found, item, known, address)
  }
}

function addBlocks(
  found: Coverable,
  statement: Statement,
  known: Readonly<Record<string, ClauseDefinition>>,
  address: string,
): void {
  const blocks = clauses(statement.body).filter(({ clause }) => known[clause.name] !== undefined && !clause.disabled)
  let allTell = true
  for (const { step, clause } of blocks) {
    const { runs, repeats = false } = known[clause.name]!
    const tells = repeats || hasStatement(clause.body)
    allTell &&= tells
    if (tells && runs !== 'always') found.branches.push({ address: `${address}.${step}`, clause: clause.name })
    if (clause.body !== null) addBody(found, clause.body, `${address}.${step}`)
  }
  const otherwise = Object.keys(known).find((name) => known[name]!.runs === 'otherwise')
  if (otherwise === undefined || !allTell || blocks.some(({ clause }) => clause.name === otherwise)) return
  found.branches.push({ address: passedBy(address), clause: otherwise })
}

/** The address of the way past all blocks of a statement. */
export const passedBy = (address: string): string => `${address}.otherwise`

const hasStatement = (body: Body | null): boolean =>
  body?.items.some((item) => item.kind === 'statement' && !isDisabled(item)) ?? false
