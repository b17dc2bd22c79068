import { print, type Statement } from '@cairn/language'
import type { StatementInfo } from '../../definitions/definitions.ts'
import type { Row } from '../engine/rows.ts'
import { descriptionOf, summaryOf } from '../engine/summary.ts'

/** What a row says of a statement or a clause, by statement: the trees of a document never change. */
const said = new WeakMap<Statement, string>()

/** Whether two rows are drawn alike. A keystroke anywhere gives every statement a new tree; few say something new. */
export function sameLine(before: Row, now: Row, info: StatementInfo | undefined): boolean {
  if (before.kind !== now.kind || before.key !== now.key || before.depth !== now.depth) return false
  if (before.kind === 'empty' || now.kind === 'empty') return true
  if (before.folds !== now.folds) return false
  return wordsOf(before, info) === wordsOf(now, info)
}

function wordsOf(row: Exclude<Row, { kind: 'empty' }>, info: StatementInfo | undefined): string {
  const node = row.kind === 'statement' ? row.statement : row.clause
  const known = said.get(node)
  if (known !== undefined) return known
  const subject = row.kind === 'statement' || node.subject === null ? '' : print(node.subject)
  const main = row.kind === 'statement' ? [row.number, summaryOf(node, info), descriptionOf(node)] : [subject]
  const words = JSON.stringify([node.name, node.disabled, node.as?.name, ...main])
  said.set(node, words)
  return words
}
