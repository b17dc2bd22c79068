import type { Token } from '../lex/token.ts'
import { variableName } from '../lex/variable-name.ts'
import type { Backtick, Comment, Expression, FilterExpression, Paren, Ternary, Unary, Word } from '../tree.ts'
import { Cursor, type Position } from './cursor.ts'
import { loosestInArgument } from './filter-argument.ts'
import { isWordOperator, type Operator, precedenceOf, PRECEDENCE } from './operators.ts'
import { parseArray, parseObject, parseText } from './parse-literal.ts'

/** Where an expression stands, as far as it changes how it is read. */
interface Place {
  position: Position
  /** False in a filter's argument: there a `|` belongs to the chain around it. */
  filters: boolean
  /** Between the `?` and the `:` of a ternary: there a ` :` ends a filter's arguments. */
  inThen: boolean
  /** Inside parentheses or backticks: a line break means nothing. */
  bracketed: boolean
  /** The fence of the backtick around it. */
  fence?: Backtick['fence']
}

/** An operator as it stands in the text: how many tokens it takes and how tight it binds. */
interface FoundOperator {
  operator: Operator
  precedence: number
  tokens: number
}

const CASTS: ReadonlySet<string> = new Set([
  'text',
  'int',
  'decimal',
  'bool',
  'timestamp',
  'date',
  'json',
  'expr',
  'email',
  'uuid',
  'object',
  'array',
  'null',
])

/** Reads one expression; line breaks end it unless an operator or a `|` follows. */
export function parseExpressionAt(cursor: Cursor, position: Position): Expression {
  return ternary(cursor, { position, filters: true, inThen: false, bracketed: false })
}

/** Reads `$x`, `$a[$i + 1].b` or a literal, without operators and filters. */
export function parseOperand(cursor: Cursor): Expression {
  return operand(cursor, { position: 'value', filters: false, inThen: false, bracketed: false })
}

/** Reads the filters behind `base`, if any: those of `as $x|trim`. */
export function parseFilters(cursor: Cursor, base: Expression): Expression {
  return filters(cursor, base, { position: 'value', filters: true, inThen: false, bracketed: false })
}

function ternary(cursor: Cursor, place: Place): Expression {
  return cursor.nested(() => {
    let test = binary(cursor, place, PRECEDENCE.coalesce)
    while (cursor.at('?:')) {
      cursor.next()
      const right = binary(cursor, place, PRECEDENCE.coalesce)
      test = { kind: 'binary', start: test.start, end: right.end, operator: '?:', left: test, right }
    }
    return cursor.at('?') ? branches(cursor, test, place) : test
  })
}

function branches(cursor: Cursor, test: Expression, place: Place): Ternary {
  const ownLine = cursor.token.newLine
  cursor.next()
  const then = ternary(cursor, { ...place, inThen: true })
  cursor.expect(':', 'A ternary is `test ? value : other`.')
  const other = ternary(cursor, place)
  return {
    kind: 'ternary',
    start: test.start,
    end: other.end,
    test,
    // oxlint-disable-next-line unicorn/no-thenable -- a branch of the tree, which nobody awaits
    then,
    else: other,
    ...(ownLine ? { ownLine } : {}),
  }
}

function binary(cursor: Cursor, place: Place, loosest: number): Expression {
  let left = operand(cursor, place)
  for (;;) {
    const found = operatorAt(cursor, place)
    if (found === null || found.precedence < loosest) return left
    const layout = takeOperator(cursor, found)
    const right = binary(cursor, place, found.precedence + 1)
    left = twoSided(found.operator, left, right, layout)
  }
}

type Layout = { ownLine?: boolean; comments?: Comment[] }

function twoSided(operator: Operator, left: Expression, right: Expression, layout: Layout): Expression {
  const span = { start: left.start, end: right.end }
  if (operator === '..') return { kind: 'range', ...span, from: left, to: right }
  return { kind: 'binary', ...span, operator, left, right, ...layout }
}

/** Reads the operator with the comments and line breaks on both sides of it. */
function takeOperator(cursor: Cursor, found: FoundOperator): Layout {
  let ownLine = cursor.token.newLine
  const before = cursor.dangling()
  for (let count = 0; count < found.tokens; count++) cursor.next()
  ownLine ||= cursor.token.newLine
  const comments = before.concat(cursor.dangling())
  return { ...(ownLine ? { ownLine } : {}), ...(comments.length > 0 ? { comments } : {}) }
}

function operatorAt(cursor: Cursor, place: Place): FoundOperator | null {
  const token = cursor.token
  if (token.kind === 'word') return wordOperatorAt(cursor, place)
  if (token.kind !== 'mark') return null
  const precedence = precedenceOf(token.text)
  if (precedence === undefined) return null
  if (token.newLine && !place.bracketed && isSign(token) && touches(token, cursor.peek(1))) return null
  return { operator: token.text as Operator, precedence, tokens: 1 }
}

function wordOperatorAt(cursor: Cursor, place: Place): FoundOperator | null {
  const negated = cursor.atWord('not')
  const words = negated ? 2 : 1
  const name = cursor.peek(words - 1)
  if (name.kind !== 'word' || !isWordOperator(name.text)) return null
  const mark = cursor.peek(words)
  const nullSafe = mark.text === '?' && touches(name, mark)
  const tokens = nullSafe ? words + 1 : words
  if (cursor.token.newLine && !place.bracketed && !startsOperand(cursor.peek(tokens))) return null
  const operator = `${negated ? 'not ' : ''}${name.text}${nullSafe ? '?' : ''}` as Operator
  return { operator, precedence: PRECEDENCE.comparison, tokens }
}

function isSign(token: Token): boolean {
  return token.text === '-' || token.text === '+'
}

function touches(left: Token, right: Token): boolean {
  return left.end === right.start
}

/** Whether an operand may start with the token, on the same line. Words do not count: they start the next line's item. */
function startsOperand(token: Token): boolean {
  if (token.newLine) return false
  if (token.kind === 'text' || token.kind === 'number' || token.kind === 'variable') return true
  return token.kind === 'mark' && ['(', '[', '`', '```'].includes(token.text)
}

function operand(cursor: Cursor, place: Place): Expression {
  if (cursor.at('!') || cursor.at('-') || cursor.at('+')) return prefixed(cursor, place)
  const base = paths(cursor, primary(cursor, place))
  return place.filters ? filters(cursor, base, place) : base
}

function prefixed(cursor: Cursor, place: Place): Expression {
  const sign = cursor.token
  const next = cursor.peek(1)
  if (sign.text === '-' && next.kind === 'number' && touches(sign, next)) {
    const number = numberLiteral(cursor)
    return place.filters ? filters(cursor, number, place) : number
  }
  if (sign.text === '!' && isCast(cursor)) {
    const cast = castAt(cursor, place)
    return place.filters ? filters(cursor, cast, place) : cast
  }
  cursor.next()
  const inner = cursor.nested(() => operand(cursor, place))
  return { kind: 'unary', start: sign.start, end: inner.end, operator: sign.text as Unary['operator'], operand: inner }
}

function isCast(cursor: Cursor): boolean {
  const type = cursor.peek(1)
  const value = cursor.peek(2)
  if (type.kind !== 'word' || !CASTS.has(type.text) || !touches(cursor.token, type)) return false
  if (value.newLine || touches(type, value)) return false
  return startsOperand(value) || value.text === '{' || value.text === '-' || value.kind === 'word'
}

function castAt(cursor: Cursor, place: Place): Expression {
  const { start } = cursor.next()
  const type = cursor.next().text
  const inner = cursor.nested(() => operand(cursor, { ...place, filters: false }))
  return { kind: 'cast', start, end: inner.end, type, operand: inner }
}

function numberLiteral(cursor: Cursor): Expression {
  const { start } = cursor.token
  cursor.accept('-')
  const { end } = cursor.next()
  const raw = cursor.text.slice(start, end)
  return { kind: 'number', start, end, value: Number(raw.replaceAll('_', '')), raw }
}

function primary(cursor: Cursor, place: Place): Expression {
  const token = cursor.token
  if (token.kind === 'number') return numberLiteral(cursor)
  if (token.kind === 'text') return parseText(cursor)
  if (token.kind === 'word') return word(cursor)
  if (token.kind === 'variable') {
    cursor.next()
    return { kind: 'variable', start: token.start, end: token.end, name: variableName(token.text) }
  }
  if (cursor.at('(')) return parenthesised(cursor, place)
  if (cursor.at('[')) return parseArray(cursor)
  if (cursor.at('{')) return parseObject(cursor)
  if (cursor.at('`') || cursor.at('```')) return backtick(cursor, place)
  if (cursor.at('|') && isBehindFence(cursor)) return nothing(cursor)
  return cursor.fail('expected_expression', `Expected a value but found ${cursor.describe()}.`)
}

function word(cursor: Cursor): Expression {
  const { start, end, text } = cursor.next()
  const span = { start, end }
  if (text === 'true' || text === 'false') return { kind: 'boolean', ...span, value: text === 'true' }
  if (text === 'null') return { kind: 'null', ...span }
  if (cursor.at('(') && cursor.adjacent) failCall(cursor, text)
  while ((cursor.at('.') || cursor.at('-')) && cursor.adjacent && continuesWord(cursor)) {
    cursor.next()
    cursor.next()
  }
  return { kind: 'word', start, end: cursor.lastEnd, value: cursor.text.slice(start, cursor.lastEnd) }
}

function failCall(cursor: Cursor, name: string): never {
  const empty = cursor.peek(1).text === ')'
  const hint = empty ? `Write \`${name}\` without parentheses.` : `Write \`$value|${name}:$argument\` for a filter.`
  return cursor.fail('function_call', `XanoScript has no calls such as \`${name}(…)\`.`, hint)
}

/** Whether the mark joins two words without space: `user.name`, `pre-order`. */
function continuesWord(cursor: Cursor): boolean {
  const next = cursor.peek(1)
  return next.kind === 'word' && touches(cursor.token, next)
}

function parenthesised(cursor: Cursor, place: Place): Paren {
  const { start } = cursor.next()
  const expression = ternary(cursor, { ...place, filters: true, inThen: false, bracketed: true })
  const { end } = cursor.expect(')')
  return { kind: 'paren', start, end, expression }
}

function backtick(cursor: Cursor, place: Place): Backtick {
  const { start, text } = cursor.next()
  const fence = text as Backtick['fence']
  const expression = cursor.at(fence)
    ? nothing(cursor)
    : ternary(cursor, { ...place, filters: true, inThen: false, bracketed: true, fence })
  const { end } = cursor.expect(fence)
  return { kind: 'backtick', start, end, expression, fence }
}

/** Whether a backtick was opened right before: its chain may start with a filter, `` `|range:1:3` ``. */
function isBehindFence(cursor: Cursor): boolean {
  const fence = cursor.position > 0 ? cursor.peek(-1).text : ''
  return fence === '`' || fence === '```'
}

/** What was left out: the empty text. */
function nothing(cursor: Cursor): Word {
  return { kind: 'word', start: cursor.lastEnd, end: cursor.lastEnd, value: '' }
}

/** Reads the `.key` and `[index]` behind a value; both must touch it. */
function paths(cursor: Cursor, base: Expression): Expression {
  let object = base
  while (cursor.adjacent) {
    if (cursor.at('.')) object = member(cursor, object)
    else if (cursor.at('[')) object = index(cursor, object)
    else break
  }
  return object
}

function member(cursor: Cursor, object: Expression): Expression {
  cursor.next()
  const token = cursor.token
  const isKey = token.kind === 'word' || token.kind === 'text'
  if (!isKey || !cursor.adjacent) {
    cursor.fail('expected_key', `Expected a key behind the dot but found ${cursor.describe()}.`)
  }
  const key = token.kind === 'text' ? parseText(cursor).value : cursor.next().text
  return { kind: 'member', start: object.start, end: token.end, object, key }
}

function index(cursor: Cursor, object: Expression): Expression {
  cursor.next()
  const inside = ternary(cursor, { position: 'value', filters: true, inThen: false, bracketed: true })
  const { end } = cursor.expect(']')
  return { kind: 'index', start: object.start, end, object, index: inside }
}

function filters(cursor: Cursor, base: Expression, place: Place): Expression {
  let piped = base
  while (cursor.at('|')) piped = filter(cursor, piped, place)
  return piped
}

function filter(cursor: Cursor, base: Expression, place: Place): FilterExpression {
  const ownLine = cursor.token.newLine
  const comments = cursor.dangling()
  cursor.next()
  const disabled = cursor.accept('!') !== null
  const name = cursor.token
  if (name.kind !== 'word') {
    cursor.fail('expected_filter', `Expected the name of a filter but found ${cursor.describe()}.`, filterHint(cursor))
  }
  cursor.next()
  const args = filterArguments(cursor, name.text, place)
  return {
    kind: 'filter',
    start: base.start,
    end: cursor.lastEnd,
    base,
    name: name.text,
    nameSpan: { start: name.start, end: name.end },
    args,
    disabled,
    ...(ownLine ? { ownLine } : {}),
    ...(comments.length > 0 ? { comments } : {}),
  }
}

/** Whether a further argument is left out where brackets show that nothing follows: `` `$a|concat:$b:` ``. */
function isLeftOut(cursor: Cursor, before: readonly Expression[], { fence }: Place): boolean {
  if (before.length === 0) return false
  return cursor.at(')') || cursor.at('|') || (fence !== undefined && cursor.at(fence))
}

function filterHint(cursor: Cursor): string | undefined {
  return cursor.at('|') ? 'Write `||` without a space for "or".' : undefined
}

function filterArguments(cursor: Cursor, filterName: string, place: Place): Expression[] {
  const args: Expression[] = []
  const loosest = loosestInArgument(filterName, place.position)
  while (cursor.at(':') && cursor.sameLine && !(place.inThen && !cursor.adjacent)) {
    cursor.next()
    args.push(isLeftOut(cursor, args, place) ? nothing(cursor) : binary(cursor, { ...place, filters: false }, loosest))
  }
  return args
}
