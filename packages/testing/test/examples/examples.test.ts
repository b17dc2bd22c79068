import { catalogue, filters } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { inBothBuilds } from './both-builds.ts'
import { workspaceExamples } from './in-a-workspace.ts'

async function expectValue(stack: string, value: unknown): Promise<void> {
  const wanted = { value: JSON.parse(JSON.stringify(value)) as unknown }
  expect(await inBothBuilds(stack)).toEqual([wanted, wanted])
}

describe('every example of a statement, in both builds', () => {
  const rows = [...catalogue.values()].flatMap(({ definition, examples }) =>
    examples.map((example) => [definition.name, example.title, example] as const),
  )
  test.each(rows)('%s: %s', async (_name, _title, example) => {
    await expectValue(example.stack, example.expect)
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
    await expectValue(`var $x {\n value = ${value}\n}`, expected)
  })
})
