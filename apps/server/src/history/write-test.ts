import {
  attribute,
  clauses,
  parse,
  parseExpression,
  print,
  statementAt,
  type Attribute,
  type Expression,
  type Item,
  type Statement,
} from '@cairn/language'
import { catalogue, isObject, type Value } from '@cairn/statements'
import type { RanStatement } from './own-steps.ts'

/** What a kept test expects: a value below the response, or a failure. */
export type Expected = { path: readonly string[]; value: Value } | { failure: string }

export interface TestToWrite {
  name: string
  input: Value
  /** What stands in for the statement at an address. */
  mocks: ReadonlyMap<string, Value>
  expected: readonly Expected[]
}

const LINE = 80

/** A value as the language writes it: JSON with plain keys bare, over lines where it is long. */
function textOf(value: Value): string {
  if (Array.isArray(value)) return enclosed('[', value.map(textOf), ']')
  if (!isObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value)
  return enclosed(
    '{',
    entries.map(([key, inner]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key)}: ${textOf(inner)}`),
    '}',
  )
}

function enclosed(open: string, parts: string[], close: string): string {
  const line = `${open}${parts.join(', ')}${close}`
  return line.length <= LINE ? line : `${open}\n${parts.join(',\n')}\n${close}`
}

const valueOf = (value: Value): Expression => parseExpression(textOf(value)).expression

const attributeOf = (name: string, value: Expression): Attribute => ({
  kind: 'attribute',
  name,
  nameSpan: { start: -1, end: -1 },
  disabled: false,
  value,
  start: -1,
  end: -1,
})

const objectOf = (text: string): Statement => {
  const [object] = parse(text).file.objects
  if (object?.kind === 'statement') return object
  throw new Error('A test is written into an object only.')
}

/** The text of an object with one more test, or the test of that name replaced. */
export function writeTest(source: string, test: TestToWrite): string {
  const { file } = parse(source)
  const [object] = file.objects
  if (object?.kind !== 'statement') throw new Error('A test is written into an object only.')
  const body = (object.body ??= { kind: 'body', items: [], dangling: [], start: -1, end: -1 })
  for (const [address, value] of test.mocks) {
    const statement = statementAt(body, address)
    if (statement !== null) addMock(statement, test.name, value)
  }
  const written = testStatement(test)
  const isSame = (item: Item) =>
    item.kind === 'statement' && item.name === 'test' && item.target?.kind === 'text' && item.target.value === test.name
  body.items = [...body.items.filter((item) => !isSame(item)), { ...written, blankBefore: true }]
  return print(file)
}

function addMock(statement: Statement, name: string, value: Value): void {
  const body = (statement.body ??= { kind: 'body', items: [], dangling: [], start: -1, end: -1 })
  const known = attribute(body, 'mock')
  const made = parseExpression(`{${JSON.stringify(name)}: null}`).expression
  if (made.kind !== 'object') throw new Error('A name in quotes is a key.')
  const entries = made.entries.map((entry) => (entry.kind === 'entry' ? { ...entry, value: valueOf(value) } : entry))
  if (known === null || known.value.kind !== 'object') {
    body.items = [...body.items.filter((item) => item !== known), attributeOf('mock', { ...made, entries })]
    return
  }
  const others = known.value.entries.filter((entry) => entry.kind !== 'entry' || entry.key !== name)
  known.value = { ...known.value, entries: [...others, ...entries] }
}

function testStatement({ name, input, expected }: TestToWrite): Statement {
  const inside = expected.map((one) =>
    'failure' in one
      ? 'expect.to_throw {\n}'
      : `expect.to_equal ($response${one.path.map((key) => `.${JSON.stringify(key)}`).join('')}) {\n}`,
  )
  const text = `function f {\n test ${JSON.stringify(name)} {\n${inside.join('\n')}\n }\n}`
  const statement = objectOf(text).body?.items[0]
  if (statement?.kind !== 'statement' || statement.body === null) throw new Error('A test has a body.')
  const checks = statement.body.items.filter((item) => item.kind === 'statement')
  for (const [index, one] of expected.entries()) {
    const check = checks[index]!
    const member =
      'failure' in one ? attributeOf('exception', valueOf(one.failure)) : attributeOf('value', valueOf(one.value))
    check.body = { kind: 'body', items: [member], dangling: [], start: -1, end: -1 }
    check.blankBefore = true
  }
  statement.body.items = [attributeOf('input', valueOf(input)), ...checks]
  return statement
}

/** What stands in for statements when a run is repeated without the world, or why that can not be. */
type Mocks = { mocks: Map<string, Value> } | { reason: string }

/**
 * The results of the statements that reached the world or called another stack. A test has one answer for each statement,
 * by its name (`mock = {"test": value}`), whichever round of a loop asks: a statement that gave several has none.
 */
export function mocksOf(source: string, steps: readonly RanStatement[]): Mocks {
  const body = objectOf(source).body
  const mocks = new Map<string, Value>()
  const reaching = steps.filter(({ address, statement: name, failed }) => {
    const statement = statementAt(body, address)
    return statement !== null && !failed && reachesOut(name, statement)
  })
  for (const { address, statement, result, cut } of reaching) {
    const place = `${catalogue.get(statement)?.definition.label ?? statement} (${address})`
    const loop = steps.find((step) => step.passed > 0 && address.startsWith(`${step.address}.`))
    if (loop !== undefined) return { reason: `${place} is in a loop of more rounds than a run keeps. ${fewer}` }
    if (cut) return { reason: `${place} gave more than a run keeps.` }
    const known = mocks.get(address)
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(result)) {
      return {
        reason: `${place} gave another answer from round to round, and a test has one for each statement. ${fewer}`,
      }
    }
    mocks.set(address, result)
  }
  return { mocks }
}

const fewer = 'Keep a run that reaches it once.'

function reachesOut(name: string, statement: Statement): boolean {
  const module = catalogue.get(name)
  if (module === undefined || [...clauses(statement.body)].length > 0) return false
  return module.definition.needs.length > 0 || module.calls !== undefined || module.prepare !== undefined
}
