import type { Token } from '../lex/token.ts'
import type { Expression, Invalid } from '../tree.ts'
import type { Cursor, Position } from './cursor.ts'
import { failTall } from './tree-height.ts'
import { failUnexpected } from './unexpected.ts'

/** Reads the value behind `=` or `:`. One that cannot be read is kept as typed. */
export function parseValue(cursor: Cursor, position: Position): Expression {
  if (isMissing(cursor)) return missingValue(cursor)
  return cursor.recover(() => readValue(cursor, position), skipValue)
}

/** Reads the expression in the parentheses behind a name: `if (…)`. The cursor stands behind the `(`. */
export function parseSubject(cursor: Cursor, position: Position): Expression {
  const subject = cursor.recover(() => readSubject(cursor, position), skipSubject)
  cursor.expect(')')
  return subject
}

function readValue(cursor: Cursor, position: Position): Expression {
  const from = cursor.position
  const value = cursor.expression(cursor, position)
  if (!endsValue(cursor)) failUnexpected(cursor, 'the value')
  failTall(cursor, value, from)
  return value
}

function readSubject(cursor: Cursor, position: Position): Expression {
  const from = cursor.position
  const subject = cursor.expression(cursor, position)
  if (!cursor.at(')')) failUnexpected(cursor, 'the expression')
  failTall(cursor, subject, from)
  return subject
}

function endsValue(cursor: Cursor): boolean {
  const { kind, newLine } = cursor.token
  if (newLine || kind === 'end' || kind === 'separator') return true
  if (cursor.at('}') || cursor.at(',')) return true
  return kind === 'word' && cursor.peek(1).text === '='
}

/** Whether the next item starts where the value should be. */
function isMissing(cursor: Cursor): boolean {
  const { kind, newLine } = cursor.token
  if (kind === 'end' || kind === 'separator' || cursor.at('}')) return true
  return newLine && kind === 'word' && ['=', '{'].includes(cursor.peek(1).text)
}

function missingValue(cursor: Cursor): Invalid {
  const at = cursor.lastEnd
  const span = { start: at, end: at }
  cursor.report({ severity: 'error', code: 'missing_value', message: 'A value is missing here.', ...span })
  return { kind: 'invalid', ...span, text: '' }
}

/** To the next line that does not go on with an operator. */
function skipValue(cursor: Cursor): void {
  cursor.skipBalanced((token) => token.newLine && !continues(token))
}

function continues(token: Token): boolean {
  return token.kind === 'mark' && token.text !== '!' && token.text !== '`' && token.text !== '```'
}

/** To the closing parenthesis, or where it is missing to the `{` at the end of the line. */
function skipSubject(cursor: Cursor): void {
  if (cursor.at(')')) return
  cursor.skipBalanced((token) => token.text === '{' && cursor.peek(1).newLine)
}
