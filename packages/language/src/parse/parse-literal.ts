import { unescape, withoutMargin } from '../lex/text-value.ts'
import type { ArrayLiteral, Entry, Expression, ObjectLiteral, Spread, TextLiteral, Word } from '../tree.ts'
import type { Cursor } from './cursor.ts'
import { isWordOperator } from './operators.ts'

const CLOSE_HINT = 'Entries are separated by commas or line breaks.'

/** Reads quoted text of any of the three kinds. */
export function parseText(cursor: Cursor): TextLiteral {
  const token = cursor.token
  if (!token.closed)
    cursor.fail('unclosed_text', 'This text has no closing quote.', `Close it with ${quoteOf(token.text)}`)
  cursor.next()
  const quote = quoteOf(token.text)
  const raw = token.text.slice(quote.length, -quote.length)
  const value = quote === '"""' ? withoutMargin(raw) : unescape(raw)
  return { kind: 'text', start: token.start, end: token.end, value, quote, raw }
}

function quoteOf(source: string): TextLiteral['quote'] {
  if (source.startsWith('"""')) return '"""'
  return source.startsWith("'") ? "'" : '"'
}

/** Reads a bare name or path, `book/{book_id}`, up to the next space. */
export function parseBare(cursor: Cursor): Word {
  const { start } = cursor.token
  let open = 0
  let previous = ''
  do {
    if (cursor.at('{') && previous !== '/') break
    if (cursor.at('{')) open++
    if (cursor.at('}') && --open < 0) break
    previous = cursor.next().text
  } while (cursor.adjacent && !cursor.at('(') && !cursor.at(','))
  return { kind: 'word', start, end: cursor.lastEnd, value: cursor.text.slice(start, cursor.lastEnd) }
}

/** Reads `[…]`; elements stand apart by commas or line breaks. */
export function parseArray(cursor: Cursor): ArrayLiteral {
  const open = cursor.expect('[')
  const firstOnNewLine = cursor.token.newLine
  const elements = parseList(
    cursor,
    ']',
    () => parseSpread(cursor) ?? parseLooseText(cursor) ?? cursor.expression(cursor, 'value'),
  )
  const dangling = cursor.dangling()
  const close = cursor.next()
  const multiline = firstOnNewLine || close.newLine
  return { kind: 'array', start: open.start, end: close.end, elements, dangling, multiline }
}

/** Reads text of several words without quotes, as the elements of an array may be: `[for product, $name]`. */
function parseLooseText(cursor: Cursor): Word | null {
  const second = cursor.peek(1)
  if (cursor.token.kind !== 'word' || second.kind !== 'word' || second.newLine || isOperator(cursor)) return null
  const { start } = cursor.next()
  while (cursor.sameLine && !cursor.atEnd && !cursor.at(',') && !cursor.at(']')) cursor.next()
  return { kind: 'word', start, end: cursor.lastEnd, value: cursor.text.slice(start, cursor.lastEnd) }
}

/** Whether the second word is an operator: `[a in $b]`. */
function isOperator(cursor: Cursor): boolean {
  const word = cursor.peek(1).text
  return isWordOperator(word) || (word === 'not' && isWordOperator(cursor.peek(2).text))
}

/** Reads `{…}` as a value; entries stand apart by commas or line breaks. */
export function parseObject(cursor: Cursor): ObjectLiteral {
  const open = cursor.expect('{')
  const firstOnNewLine = cursor.token.newLine
  const entries = parseList(cursor, '}', () => parseSpread(cursor) ?? parseEntry(cursor))
  const dangling = cursor.dangling()
  const close = cursor.next()
  const multiline = firstOnNewLine || close.newLine
  return { kind: 'object', start: open.start, end: close.end, entries, dangling, multiline }
}

/** Reads the parts of an array or object up to its closing bracket, which is left. */
function parseList<T extends Expression | Entry>(cursor: Cursor, close: ']' | '}', read: () => T): T[] {
  const parts: T[] = []
  while (!cursor.at(close)) {
    const lead = cursor.lead()
    const part = cursor.finish(read(), lead)
    parts.push(part)
    if (cursor.accept(',')) cursor.trail(part)
    else if (!cursor.at(close) && !cursor.token.newLine) cursor.expect(close, CLOSE_HINT)
    if (cursor.atEnd) cursor.expect(close)
  }
  return parts
}

function parseSpread(cursor: Cursor): Spread | null {
  const dots = cursor.accept('...')
  if (dots === null) return null
  const expression = cursor.expression(cursor, 'value')
  return { kind: 'spread', start: dots.start, end: expression.end, expression }
}

function parseEntry(cursor: Cursor): Entry {
  const { start } = cursor.token
  const disabled = cursor.accept('!') !== null
  const quoted = cursor.token.kind === 'text'
  const key = quoted ? parseText(cursor).value : parseKey(cursor)
  if (key === 'output' && !quoted && cursor.at('{')) return parseFieldsEntry(cursor, { start, key, disabled })
  if (cursor.at('=')) cursor.fail('expected_mark', 'Expected `:` but found `=`.', 'In an object, write `name: value`.')
  cursor.expect(':')
  const value = cursor.expression(cursor, key === 'where' ? 'condition' : 'value')
  return { kind: 'entry', start, end: value.end, key, quoted, disabled, value }
}

/** Reads the `{…}` of `output {…}`: fields, as in `input`. */
function parseFieldsEntry(cursor: Cursor, head: Pick<Entry, 'start' | 'key' | 'disabled'>): Entry {
  const body = cursor.fields(cursor)
  const span = { start: body.start, end: body.end }
  return { kind: 'entry', ...head, end: body.end, quoted: false, value: { kind: 'fields', ...span, body } }
}

/** Reads a bare key, `items.post` or `content-type`. */
function parseKey(cursor: Cursor): string {
  const { kind, start } = cursor.token
  const starts = kind === 'word' || kind === 'number' || kind === 'variable' || cursor.at('@')
  if (!starts) cursor.fail('expected_key', `Expected a key but found ${cursor.describe()}.`)
  do cursor.next()
  while (cursor.adjacent && cursor.token.kind !== 'text' && !cursor.at(':') && !cursor.at('}') && !cursor.at(','))
  return cursor.text.slice(start, cursor.lastEnd)
}
