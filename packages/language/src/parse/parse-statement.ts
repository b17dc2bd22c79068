import { variableName } from '../lex/variable-name.ts'
import type {
  Attribute,
  Binding,
  Body,
  Expression,
  Field,
  FilterExpression,
  Item,
  Statement,
  Variable,
} from '../tree.ts'
import type { Cursor, Position } from './cursor.ts'
import { parseOperand, parseFilters } from './parse-expression.ts'
import { parseField } from './parse-field.ts'
import { parseBare, parseText } from './parse-literal.ts'
import { parseSubject, parseValue } from './parse-value.ts'
import { failUnexpected } from './unexpected.ts'

/** Statements and clauses whose parentheses hold a condition rather than a value. */
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'elseif', 'while', 'precondition'])
/** Blocks whose lines are fields. */
const FIELD_BLOCKS: ReadonlySet<string> = new Set(['input', 'schema'])

/** Reads one item of a body: an attribute, a statement or, in `input` and `schema`, a field. */
export function parseItem(cursor: Cursor, inFields: boolean): Attribute | Statement | Field {
  const { start } = cursor.token
  const disabled = cursor.accept('!') !== null
  if (inFields && !isAssignment(cursor)) {
    const field = parseField(cursor, disabled, (inner) => parseBody(inner, false))
    return Object.assign(field, { start })
  }
  const { name, span } = parseName(cursor)
  if (cursor.at('=') || cursor.at(':')) return parseAttribute(cursor, name, { start, disabled, nameSpan: span })
  if (cursor.text[span.start] === '"') cursor.expect('=')
  return cursor.nested(() => parseStatement(cursor, { start, name, nameSpan: span, disabled }))
}

function isAssignment(cursor: Cursor): boolean {
  return cursor.peek(1).text === '='
}

function parseName(cursor: Cursor): { name: string; span: Statement['nameSpan'] } {
  const { kind, start } = cursor.token
  if (kind === 'text') {
    const text = parseText(cursor)
    return { name: text.value, span: { start, end: text.end } }
  }
  if (kind !== 'word') cursor.fail('expected_statement', `Expected a statement but found ${cursor.describe()}.`)
  cursor.next()
  while (cursor.adjacent && (cursor.at('.') || cursor.at('-')) && cursor.peek(1).kind === 'word') {
    cursor.next()
    cursor.next()
  }
  const end = cursor.lastEnd
  return { name: cursor.text.slice(start, end), span: { start, end } }
}

type Head = Pick<Attribute, 'start' | 'disabled' | 'nameSpan'>

function parseAttribute(cursor: Cursor, name: string, head: Head): Attribute {
  const colon = cursor.next().text === ':'
  const value = parseValue(cursor, name === 'where' ? 'condition' : 'value')
  return { kind: 'attribute', ...head, end: cursor.lastEnd, name, value, ...(colon ? { colon } : {}) }
}

function parseStatement(cursor: Cursor, head: Head & { name: string }): Statement {
  const statement: Statement = {
    kind: 'statement',
    ...head,
    end: head.nameSpan.end,
    target: null,
    subject: null,
    condition: null,
    options: [],
    body: null,
    as: null,
    breaks: false,
  }
  if (statement.name === 'else' && cursor.atWord('if')) {
    cursor.fail('else_if', '`else` takes no condition.', 'Did you mean `elseif`?')
  }
  while (parsePart(cursor, statement));
  Object.assign(statement, { end: cursor.lastEnd })
  if (statement.body === null && !endsStatement(cursor)) failUnexpected(cursor, `\`${statement.name}\``)
  return statement
}

function endsStatement(cursor: Cursor): boolean {
  const { kind, newLine } = cursor.token
  return newLine || kind === 'end' || kind === 'separator' || cursor.at('}') || cursor.at(',')
}

/** Reads one more part of the statement; false when there is none. */
function parsePart(cursor: Cursor, statement: Statement): boolean {
  if (cursor.atWord('as') && statement.as === null && isName(cursor.peek(1).kind)) {
    statement.as = parseBinding(cursor)
    return true
  }
  if (cursor.at('{') && statement.body === null) {
    statement.body = parseBody(cursor, FIELD_BLOCKS.has(statement.name))
    return true
  }
  return cursor.sameLine && parseHeadPart(cursor, statement)
}

function parseHeadPart(cursor: Cursor, statement: Statement): boolean {
  if (cursor.atWord('break') && statement.name === 'case' && !statement.breaks) {
    cursor.next()
    statement.breaks = true
    return true
  }
  if (statement.body !== null) return false
  if (cursor.at('(') && statement.subject === null) {
    statement.subject = parseParenthesised(cursor, CONDITIONS.has(statement.name) ? 'condition' : 'value')
    return true
  }
  if (cursor.atWord('if') && cursor.peek(1).text === '(' && statement.condition === null) {
    cursor.next()
    statement.condition = parseParenthesised(cursor, 'condition')
    return true
  }
  if (cursor.token.kind === 'word' && cursor.peek(1).text === '=') {
    statement.options.push(parseOption(cursor))
    return true
  }
  if (statement.target !== null || !startsTarget(cursor)) return false
  statement.target = parseTarget(cursor)
  return true
}

function isName(kind: string): boolean {
  return kind === 'variable' || kind === 'word'
}

function parseParenthesised(cursor: Cursor, position: Position): Expression {
  cursor.expect('(')
  return parseSubject(cursor, position)
}

function parseOption(cursor: Cursor): Attribute {
  const name = cursor.next()
  cursor.next()
  const value = cursor.token.kind === 'word' ? parseBare(cursor) : parseOperand(cursor)
  const nameSpan = { start: name.start, end: name.end }
  return { kind: 'attribute', start: name.start, end: value.end, name: name.text, nameSpan, disabled: false, value }
}

function startsTarget(cursor: Cursor): boolean {
  const { kind } = cursor.token
  return isName(kind) || kind === 'text' || kind === 'number' || cursor.at('/') || cursor.at('@')
}

function parseTarget(cursor: Cursor): Expression {
  if (cursor.token.kind === 'text' || cursor.token.kind === 'variable') return parseOperand(cursor)
  return parseBare(cursor)
}

function parseBinding(cursor: Cursor): Binding {
  const { start } = cursor.next()
  const token = cursor.next()
  const sigil = token.kind === 'variable'
  const name = sigil ? variableName(token.text) : token.text
  const base: Variable = { kind: 'variable', start: token.start, end: token.end, name }
  const piped = cursor.at('|') ? parseFilters(cursor, base) : base
  const filters = piped === base ? null : (piped as FilterExpression)
  return { kind: 'binding', start, end: cursor.lastEnd, name, sigil, filters }
}

/** Reads `{…}` whose lines are fields. */
export function parseFields(cursor: Cursor): Body {
  return cursor.nested(() => parseBody(cursor, true))
}

/** Reads `{…}`. A block that is not closed is a finding; what it holds is kept. */
function parseBody(cursor: Cursor, inFields: boolean): Body {
  const open = cursor.expect('{')
  const items: Item[] = []
  while (!cursor.at('}') && !cursor.atEnd && cursor.token.kind !== 'separator') {
    if (cursor.accept(',')) continue
    const lead = cursor.lead()
    const item = cursor.recover(() => parseItem(cursor, inFields), skipItem)
    items.push(cursor.finish(item, lead))
  }
  const dangling = cursor.dangling()
  if (cursor.accept('}') === null) {
    cursor.report({
      severity: 'error',
      code: 'unclosed_block',
      message: 'This block has no closing `}`.',
      start: open.start,
      end: open.end,
    })
  }
  return { kind: 'body', start: open.start, end: cursor.lastEnd, items, dangling }
}

/** To the next line outside brackets. A closer that nothing opened is skipped by itself. */
export function skipItem(cursor: Cursor): void {
  if (cursor.at(')') || cursor.at(']') || cursor.at('}')) cursor.next()
  else cursor.skipBalanced((token) => token.newLine)
}
