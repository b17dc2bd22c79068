import { readFileSync } from 'node:fs'
import type { Value } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { invocation, program, silent } from './run-stack.ts'

/**
 * Every operand beside every other, under every operator of comparison, in both builds, against what PHP itself answers:
 * `php/compare.php` made `php/compare.json` from `php/operands.json`.
 */
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`php/${name}`, import.meta.url), 'utf8'))
const operands = read('operands.json') as Value[]
const table = (read('compare.json') as { operators: Record<Operator, string[]> }).operators

const operators = ['==', '!=', '===', '!==', '<', '<=', '>', '>='] as const
type Operator = (typeof operators)[number]

const filters: readonly (readonly [Operator, string])[] = [
  ['==', 'equals'],
  ['!=', 'not_equals'],
  ['<', 'less_than'],
  ['<=', 'less_than_or_equal'],
  ['>', 'greater_than'],
  ['>=', 'greater_than_or_equal'],
]

/** Objects are those of JSON, whose keys have no order: PHP's arrays are not identical in another one. */
const reordered = new Set(['{"a":1,"b":2} {"b":2,"a":1}', '{"b":2,"a":1} {"a":1,"b":2}'])

function holds(row: number, operator: Operator, column: number): boolean {
  const pair = `${JSON.stringify(operands[row])} ${JSON.stringify(operands[column])}`
  if (reordered.has(pair) && operator.length === 3) return operator === '==='
  return table[operator][row]?.[column] === 'x'
}

const rightOf = (row: number, operator: Operator) => operands.map((_, column) => holds(row, operator, column))

/** A function of `$input.of.given` that answers what it is beside each of `$input.of.others`. */
const overOthers = (body: string) => `function f {
 input {
  json of
 }

 stack {
  var $row {
   value = []
  }

  foreach ($input.of.others) {
   each as $other {
${body}
   }
  }
 }

 response = $row
}`

const pushed = (expression: string) => overOthers(`array.push $row {\n value = ${expression}\n}`)
const decided = (condition: string) =>
  overOthers(
    `conditional {\n if (${condition}) {\n array.push $row {\n value = true\n}\n }\n else {\n array.push $row {\n value = false\n}\n }\n}`,
  )

/** What differs from the expected list, in words, in both builds: none when all is as it should be. */
async function differences(text: string, input: { [name: string]: Value }, expected: boolean[]): Promise<string[]> {
  const stack = program(text).function('f')!
  const found: string[] = []
  for (const [build, trace] of [
    ['fast', null],
    ['traced', silent()],
  ] as const) {
    const got = (await stack.run({ of: input }, invocation({ trace }))) as Value[]
    expect(got).toHaveLength(expected.length)
    for (const [at, other] of operands.entries())
      if (got[at] !== expected[at])
        found.push(`${build}: with ${JSON.stringify(other)} it is ${JSON.stringify(got[at])}`)
  }
  return found
}

const rows = operands.map((operand, row) => [operand, row] as const)

describe.each(operators)('%s of variables', (operator) => {
  const value = pushed(`($input.of.given ${operator} $other)`)
  const condition = decided(`$input.of.given ${operator} $other`)
  const nested = decided(`!(!($input.of.given ${operator} $other)) && ($input.of.given ${operator} $other || false)`)
  test.each(rows)('%j', async (given, row) => {
    const expected = rightOf(row, operator)
    for (const text of [value, condition, nested])
      expect(await differences(text, { given, others: operands }, expected)).toEqual([])
  })
})

describe.each(operators)('%s with a literal', (operator) => {
  test.each(rows)('%j on the left', async (given, row) => {
    const expression = `${JSON.stringify(given)} ${operator} $other`
    for (const text of [pushed(`(${expression})`), decided(expression)])
      expect(await differences(text, { given, others: operands }, rightOf(row, operator))).toEqual([])
  })

  // `$x == null` asks whether there is a value: see semantics.test.ts.
  const compared = operator === '==' || operator === '!=' ? rows.filter(([given]) => given !== null) : rows
  test.each(compared)('%j on the right', async (given, column) => {
    const expression = `$other ${operator} ${JSON.stringify(given)}`
    const expected = operands.map((_, row) => holds(row, operator, column))
    for (const text of [pushed(`(${expression})`), decided(expression)])
      expect(await differences(text, { given, others: operands }, expected)).toEqual([])
  })
})

test.each([
  ['==', (value: Value) => value === null],
  ['!=', (value: Value) => value !== null],
] as const)('%s with the word null on the right asks whether there is a value', async (operator, is) => {
  const expression = `$other ${operator} null`
  for (const text of [pushed(`(${expression})`), decided(expression)])
    expect(await differences(text, { given: null, others: operands }, operands.map(is))).toEqual([])
})

describe.each(filters)('%s as the filter %s', (operator, filter) => {
  test.each(rows)('%j', async (given, row) => {
    const text = pushed(`$input.of.given|${filter}:$other`)
    expect(await differences(text, { given, others: operands }, rightOf(row, operator))).toEqual([])
  })
})

describe.each(['==', '!=', '<', '<=', '>', '>='] as const)('%s? drops out when its right side is null', (operator) => {
  test.each(rows)('%j', async (given, row) => {
    const expected = operands.map((right, column) => right === null || holds(row, operator, column))
    const text = decided(`$input.of.given ${operator}? $other`)
    expect(await differences(text, { given, others: operands }, expected)).toEqual([])
  })
})
