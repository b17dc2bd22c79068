import { catalogue, filters } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { runStack, silent } from './run-stack.ts'

/** As JSON, the way it would be answered. */
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

describe('every example of a statement, in both builds', () => {
  const rows = [...catalogue.values()].flatMap(({ definition, examples }) =>
    examples.map((example) => [definition.name, example.title, example] as const),
  )
  test.each(rows)('%s: %s', async (_name, _title, example) => {
    expect(plain(await runStack(example.stack))).toEqual(plain(example.expect))
    expect(plain(await runStack(example.stack, { trace: silent }))).toEqual(plain(example.expect))
  })
})

/** What they give depends on what an example has not: a table, a function, other objects, a request, or a debugger. */
const withoutExamples = [
  'db.direct_query',
  'db.schema',
  'debug.stop',
  'function.run',
  'function.call',
  'api.call',
  'addon.call',
  'middleware.call',
  'task.call',
  'tool.call',
  'trigger.call',
  'util.get_input',
  'util.get_raw_input',
  'util.get_env',
]

describe('every statement that runs has an ordinary example and an edge', () => {
  const runnable = [...catalogue.values()].filter(({ definition }) => definition.unavailable === undefined)
  const counts = runnable.map(({ definition, examples }) => {
    return [definition.name, new Set(examples.map(({ stack }) => stack)).size] as const
  })
  test.each(counts.filter(([name]) => !withoutExamples.includes(name)))('%s', (_name, count) => {
    expect(count).toBeGreaterThanOrEqual(2)
  })

  test('those excused have none', () => {
    const excused = counts.filter(([name]) => withoutExamples.includes(name))
    expect(new Map(excused)).toEqual(new Map(withoutExamples.map((name) => [name, 0])))
  })
})

describe('every example of a filter, in both builds', () => {
  const rows = filters.all.flatMap(({ definition }) =>
    definition.examples.map((example) => [example.expression, example.expect] as const),
  )
  test.each(rows)('%s', async (expression, expected) => {
    // A chain without a value in front stands in backticks.
    const value = expression.startsWith('|') ? `\`${expression}\`` : expression
    const stack = `var $x {\n value = ${value}\n}`
    expect(plain(await runStack(stack))).toEqual(plain(expected))
    expect(plain(await runStack(stack, { trace: silent }))).toEqual(plain(expected))
  })
})
