import { print, statementAt, type Statement } from '@cairn/language'
import { outermost } from './places.ts'

/** Statements as text, to be pasted anywhere: into a stack, another workspace or a chat. */
export function copyText(object: Statement, addresses: readonly string[]): string {
  return outermost(addresses)
    .flatMap((address) => statementAt(object.body, address) ?? [])
    .map((statement) => commentsAbove(statement) + print(statement))
    .join('\n')
}

const commentsAbove = (statement: Statement): string =>
  (statement.leading ?? []).map((comment) => `//${comment.text}\n`).join('')
