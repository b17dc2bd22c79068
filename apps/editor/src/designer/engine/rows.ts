import { clauses, type Body, type Statement } from '@cairn/language'
import { statementsOf } from './document.ts'

/** One line of the list. The tree is flattened, so that keys move from line to line. */
export type Row = StatementRow | ClauseRow | EmptyRow

interface RowBase {
  /** Unique; of a statement its address, of a clause its block, of an empty block `<block>.+`. */
  key: string
  depth: number
}

export interface StatementRow extends RowBase {
  kind: 'statement'
  statement: Statement
  /** As people count: `3`, `3.1`. */
  number: string
  /** Whether it has blocks to fold. */
  folds: boolean
}

export interface ClauseRow extends RowBase {
  kind: 'clause'
  clause: Statement
  folds: true
}

interface EmptyRow extends RowBase {
  kind: 'empty'
  block: string
}

/** The lines of a block and of all that is in it, without what is folded. */
export function rowsOf(body: Body | null, block: string, folded: ReadonlySet<string>): Row[] {
  const rows: Row[] = []
  listBlock(rows, body, { block, depth: 0, number: '', earlier: 0, folded })
  return rows
}

interface Within {
  block: string
  depth: number
  /** What stands before the numbers of its statements: `3.1.`. */
  number: string
  /** How many statements the blocks before it have: the blocks of one statement are counted on. */
  earlier: number
  folded: ReadonlySet<string>
}

function listBlock(rows: Row[], body: Body | null, within: Within): void {
  const { block, depth, number, earlier, folded } = within
  const listed = statementsOf(body)
  if (listed.length === 0) rows.push({ kind: 'empty', key: `${block}.+`, block, depth })
  for (const [index, statement] of listed.entries()) {
    const key = `${block}.${index}`
    const inner = clauses(statement.body)
    const own = `${number}${earlier + index + 1}`
    rows.push({ kind: 'statement', key, depth, statement, number: own, folds: inner.length > 0 })
    if (folded.has(key)) continue
    let counted = 0
    for (const { step, clause } of inner) {
      const before = counted
      counted += statementsOf(clause.body).length
      const clauseKey = `${key}.${step}`
      rows.push({ kind: 'clause', key: clauseKey, depth: depth + 1, clause, folds: true })
      if (folded.has(clauseKey)) continue
      listBlock(rows, clause.body, { block: clauseKey, depth: depth + 2, number: `${own}.`, earlier: before, folded })
    }
  }
}
