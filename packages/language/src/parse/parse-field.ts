import type { Body, Expression, Field, Rule } from '../tree.ts'
import type { Cursor } from './cursor.ts'
import { parseOperand } from './parse-expression.ts'
import { parseBare, parseText } from './parse-literal.ts'
import { failUnexpected } from './unexpected.ts'

/** Reads one field of `input` or `schema`: `text[1:5]? name?="x" filters=trim|min:3 {…}`. Others may follow on its line. */
export function parseField(cursor: Cursor, disabled: boolean, parseBody: (cursor: Cursor) => Body): Field {
  const type = cursor.token
  if (type.kind !== 'word') cursor.fail('expected_type', `Expected a type but found ${cursor.describe()}.`)
  cursor.next()
  const list = parseListBounds(cursor)
  const nullable = cursor.adjacent && cursor.accept('?') !== null
  const field: Field = {
    kind: 'field',
    start: type.start,
    end: type.end,
    type: type.text,
    typeSpan: { start: type.start, end: type.end },
    list,
    nullable,
    name: '',
    nameSpan: { start: type.end, end: type.end },
    optional: false,
    default: null,
    disabled,
    rules: [],
    body: null,
  }
  parseName(cursor, field)
  if (cursor.sameLine && cursor.accept('=') !== null) field.default = parseDefault(cursor)
  field.rules = parseRules(cursor)
  if (cursor.at('{')) field.body = parseBody(cursor)
  else if (!endsField(cursor)) failUnexpected(cursor, 'the field')
  Object.assign(field, { end: cursor.lastEnd })
  return field
}

function endsField(cursor: Cursor): boolean {
  return cursor.token.newLine || cursor.at('}') || cursor.at(',') || startsField(cursor)
}

/** Whether a type and a name stand here, on one line: `int count`, `!text[] names`. */
function startsField(cursor: Cursor): boolean {
  const type = cursor.at('!') ? 1 : 0
  const [{ kind, end }, next] = [cursor.peek(type), cursor.peek(type + 1)]
  if (kind !== 'word' || next.newLine) return false
  return (
    next.kind === 'word' || next.kind === 'text' || (next.start === end && (next.text === '[' || next.text === '?'))
  )
}

function parseListBounds(cursor: Cursor): Field['list'] {
  if (!cursor.at('[') || !cursor.adjacent) return null
  cursor.next()
  const min = parseBound(cursor)
  const max = cursor.accept(':') ? parseBound(cursor) : null
  cursor.expect(']')
  return { min, max }
}

function parseBound(cursor: Cursor): number | null {
  return cursor.token.kind === 'number' ? Number(cursor.next().text.replaceAll('_', '')) : null
}

/** Older files write `?name` where today's write `type?`. A `dblink` has no name. */
function parseName(cursor: Cursor, field: Field): void {
  if (cursor.token.newLine || cursor.at('{') || cursor.at('}')) return
  if (cursor.accept('?')) field.nullable = true
  const { kind, start } = cursor.token
  if (kind === 'text') field.name = parseText(cursor).value
  else if (kind === 'word' || kind === 'variable' || kind === 'number') field.name = parseFieldName(cursor)
  else cursor.fail('expected_name', `Expected the name of the field but found ${cursor.describe()}.`)
  field.nameSpan = { start, end: cursor.lastEnd }
  field.optional = cursor.adjacent && cursor.accept('?') !== null
}

function parseFieldName(cursor: Cursor): string {
  const { start } = cursor.next()
  while (cursor.adjacent && (cursor.at('-') || cursor.at('.') || isWordLike(cursor))) cursor.next()
  return cursor.text.slice(start, cursor.lastEnd)
}

function isWordLike(cursor: Cursor): boolean {
  return cursor.token.kind === 'word' || cursor.token.kind === 'number'
}

function parseDefault(cursor: Cursor): Expression {
  if (cursor.token.kind !== 'word') return parseOperand(cursor)
  const word = cursor.token.text
  return ['true', 'false', 'null'].includes(word) ? parseOperand(cursor) : parseBare(cursor)
}

function parseRules(cursor: Cursor): Rule[] {
  const rules: Rule[] = []
  if (!cursor.atWord('filters') || cursor.peek(1).text !== '=' || cursor.token.newLine) return rules
  cursor.next()
  cursor.next()
  do rules.push(parseRule(cursor))
  while (cursor.accept('|'))
  return rules
}

function parseRule(cursor: Cursor): Rule {
  const { kind, start, text } = cursor.token
  if (kind !== 'word' && !cursor.at('@')) {
    cursor.fail('expected_rule', `Expected the name of a rule but found ${cursor.describe()}.`)
  }
  cursor.next()
  const args: Expression[] = []
  while (cursor.sameLine && cursor.accept(':')) args.push(parseRuleArgument(cursor))
  return { start, end: cursor.lastEnd, name: text, args }
}

/** A literal, or everything up to the next `:`, `|` or space: `@:dbo=36`. */
function parseRuleArgument(cursor: Cursor): Expression {
  const { start } = cursor.token
  const literal = cursor.token.kind === 'text' || cursor.at('[') || cursor.at('(') || cursor.at('-')
  if (literal || cursor.token.kind === 'variable') return parseOperand(cursor)
  const first = cursor.next()
  while (cursor.adjacent && !cursor.at(':') && !cursor.at('|') && !cursor.at('{') && !cursor.at('}')) cursor.next()
  const end = cursor.lastEnd
  const value = cursor.text.slice(start, end)
  if (first.kind === 'number' && first.end === end) {
    return { kind: 'number', start, end, value: Number(value.replaceAll('_', '')), raw: value }
  }
  return { kind: 'word', start, end, value }
}
