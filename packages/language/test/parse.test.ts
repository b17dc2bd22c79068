import { describe, expect, test } from 'vitest'
import { type Expression, parse, parseExpression, print } from '../src/index.ts'

/** The grouping of an expression, one pair of parentheses per operator or filter. */
function shape(node: Expression): string {
  switch (node.kind) {
    case 'binary':
      return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`
    case 'filter':
      return `(${[shape(node.base), node.name, ...node.args.map(shape)].join(' ')})`
    case 'ternary':
      return `(${shape(node.test)} ? ${shape(node.then)} : ${shape(node.else)})`
    case 'paren':
      return shape(node.expression)
    case 'variable':
      return `$${node.name}`
    case 'number':
      return node.raw
    case 'text':
      return JSON.stringify(node.value)
    default:
      return node.kind
  }
}

test.each([
  ['1 + 2 * 3', 'value', '(1 + (2 * 3))'],
  ['$a|get:"n" == 1', 'value', '($a get ("n" == 1))'],
  ['$a|get:"n" == 1', 'condition', '(($a get "n") == 1)'],
  ['$a|get:$n + 1', 'condition', '($a get ($n + 1))'],
  ['$a|some:$$ == $x && $y', 'condition', '($a some (($$ == $x) && $y))'],
  ['$a|set:"n":$n + 1|keys', 'value', '(($a set "n" ($n + 1)) keys)'],
  ['$a|is_empty ? $b|first : $c', 'value', '(($a is_empty) ? ($b first) : $c)'],
  ['$a ? $b|get:"k" : $c', 'value', '($a ? ($b get "k") : $c)'],
] as const)('%s as a %s groups %s', (text, context, expected) => {
  const { expression, diagnostics } = parseExpression(text, context)
  expect(diagnostics).toEqual([])
  expect(shape(expression)).toBe(expected)
})

test('a value that cannot be read is kept as typed, and reading goes on behind it', () => {
  const { file, diagnostics } = parse(
    'function f {\n  stack {\n    var $a {\n      value = 1 +\n    }\n    else if ($b) {\n    }\n  }\n}',
  )
  expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['expected_expression', 5, 5],
    ['else_if', 6, 10],
  ])
  expect(JSON.stringify(file)).toContain('"kind":"invalid","start":50,"end":53,"text":"1 +"')
})

test.each([
  ['parentheses', `function f {\n  response = ${'('.repeat(10_000)}\n}`],
  ['blocks', 'a {'.repeat(10_000)],
  ['terms in a row', `function f {\n  response = ${'1 + '.repeat(10_000)}1\n}`],
])('ten thousand %s are a diagnostic', (_name, text) => {
  expect(parse(text).diagnostics.map(({ code }) => code)).toContain('too_deep')
})

test.each([
  ['[for product, $a, added to BoM]', ['word:for product', 'variable:a', 'word:added to BoM']],
  ['[a in $b, c not in $d, e]', ['binary:in', 'binary:not in', 'word:e']],
  ['[a\n  b]', ['word:a', 'word:b']],
])('the elements of %s', (text, expected) => {
  const { expression, diagnostics } = parseExpression(text)
  expect(diagnostics).toEqual([])
  expect(expression.kind === 'array' && expression.elements.map(summary)).toEqual(expected)
})

test.each([
  ['$[""]', ''],
  ['$["a \\"b\\""]', 'a "b"'],
  ['$$', '$'],
  ['$größe', 'größe'],
])('%s is a variable and prints as it was', (text, name) => {
  const { expression } = parseExpression(text)
  expect(expression).toMatchObject({ kind: 'variable', name })
  expect(print(expression)).toBe(text)
})

test.each([
  ['`|range:1:$n`', ['', '1', '$n']],
  ['`$a|concat:$b:`', ['$a', '$b', '']],
  ['($a|concat:$b:)', ['$a', '$b', '']],
  ['($a|concat:`$b`:`","`)', ['$a', '`$b`', '`","`']],
])('what is left out of the filter in %s is empty text', (text, parts) => {
  const { expression, diagnostics } = parseExpression(text)
  expect(diagnostics).toEqual([])
  expect(print(expression)).toBe(text)
  expect(filterParts(expression).map(print)).toEqual(parts)
})

test.each([
  ['now()', 'Write `now` without parentheses.'],
  ['merge($a, $b)', 'Write `$value|merge:$argument` for a filter.'],
])('%s says how it is written here', (text, hint) => {
  expect(parseExpression(text).diagnostics).toMatchObject([{ code: 'function_call', hint }])
})

test.each(['$a|get:', '|first', '$a|concat:$b:', '($a|concat:)'])('%s misses something', (text) => {
  expect(parseExpression(text).diagnostics.map(({ code }) => code)).toEqual(['expected_expression'])
})

function summary(node: Expression): string {
  if (node.kind === 'word') return `word:${node.value}`
  if (node.kind === 'variable') return `variable:${node.name}`
  return node.kind === 'binary' ? `binary:${node.operator}` : node.kind
}

/** The base and the arguments of the filter inside parentheses or backticks. */
function filterParts(node: Expression): Expression[] {
  if (node.kind === 'backtick' || node.kind === 'paren') return filterParts(node.expression)
  return node.kind === 'filter' ? [node.base, ...node.args] : []
}

describe('fields on one line', () => {
  const inputs = (line: string) => {
    const { file, diagnostics } = parse(`function f {\n  input { ${line} }\n}`)
    return { printed: print(file).split('\n').slice(2, -3), codes: diagnostics.map(({ code }) => code) }
  }

  test.each([
    ['int page?=1  int per_page?=25', ['int page?=1', 'int per_page?=25']],
    ['text name email email', ['text name', 'email email']],
    ['email e? filters=trim|lower text name', ['email e? filters=trim|lower', 'text name']],
    ['text n filters=min:3 int[] ids uuid? u', ['text n filters=min:3', 'int[] ids', 'uuid? u']],
    ['text a?=draft !bool b, int c', ['text a?=draft', '!bool b', 'int c']],
    ['text[1:5]? a text "content type"', ['text[1:5]? a', 'text "content type"']],
    [
      'object o { schema { text a int b } } int c',
      ['object o {', '  schema {', '    text a', '    int b', '  }', '}', 'int c'],
    ],
  ])('%s', (line, fields) => {
    expect(inputs(line)).toEqual({ printed: fields.map((field) => `    ${field}`), codes: [] })
  })

  test.each(['text name required', 'text name = 1 +', 'text name (', 'int a: 5'])('%s is a diagnostic', (line) => {
    expect(inputs(line).codes).not.toEqual([])
  })
})

test.each([
  ['output is a value too', '{output: 1}', '{output: 1}'],
  ['nothing but output holds fields', '{input {text a}}', null],
  ['in quotes it does not', '{"output" {text a}}', null],
])('%s', (_what, text, printed) => {
  const { expression, diagnostics } = parseExpression(text)
  expect(diagnostics.length === 0 ? print(expression) : null).toBe(printed)
})
