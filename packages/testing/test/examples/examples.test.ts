import { catalogue, filters } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { inBothBuilds } from './both-builds.ts'
import { workspaceExamples } from './in-a-workspace.ts'

const twice = (value: unknown) => Array(2).fill({ value: JSON.parse(JSON.stringify(value)) as unknown })

describe('every example of a statement, in both builds', () => {
  const rows = [...catalogue.values()].flatMap(({ definition, examples }) =>
    examples.map((example) => [definition.name, example.title, example] as const),
  )
  test.each(rows)('%s: %s', async (_name, _title, example) => {
    expect(await inBothBuilds(example.stack)).toEqual(twice(example.expect))
  })
})

describe('every example that needs a workspace or a request, in both builds', () => {
  test.each(workspaceExamples.map((example) => [example.statement, example.title, example] as const))(
    '%s: %s',
    async (_statement, _title, { stack, expect: wanted, ...around }) => {
      const [fast, traced] = await inBothBuilds(stack, around)
      expect(fast).toMatchObject(wanted)
      expect(traced).toEqual(fast)
    },
  )
})

describe('every example of a filter, in both builds', () => {
  const rows = filters.all.flatMap(({ definition }) =>
    definition.examples.map((example) => [example.expression, example.expect] as const),
  )
  test.each(rows)('%s', async (expression, expected) => {
    // A chain without a value in front stands in backticks.
    const value = expression.startsWith('|') ? `\`${expression}\`` : expression
    expect(await inBothBuilds(`var $x {\n value = ${value}\n}`)).toEqual(twice(expected))
  })
})
