import { queryFilterNames as knownInQueries } from '@cairn/database'
import { catalogue, filters, type Filter } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { inBothBuilds } from './both-builds.ts'
import { workspaceExamples } from './in-a-workspace.ts'
import { aliases, filterNames, queryFilterNames, statementNames } from './names-of-the-language.ts'
import { groupFilterExamples, queryFilterExamples } from './query-filters.ts'

/** Of these, on-postgres.test.ts has the examples: they need real tables, or an extension that is not there. */
const onPostgres = ['db.direct_query', 'db.schema', 'covers']

/** An ordinary case and an edge are two, and differ. */
const different = (stacks: readonly string[]) => new Set(stacks).size

describe('every statement has an ordinary example and an edge', () => {
  const runnable = [...catalogue.values()].filter(({ definition }) => definition.unavailable === undefined)
  const checked = runnable.filter(({ definition }) => !onPostgres.includes(definition.name))
  test.each(checked.map((module) => [module.definition.name, module] as const))('%s', (name, { examples }) => {
    const others = workspaceExamples.filter(({ statement }) => statement === name)
    const around = others.map(({ stack, request, fakes }) => stack + JSON.stringify([request, fakes]))
    expect(different([...examples.map(({ stack }) => stack), ...around])).toBeGreaterThanOrEqual(2)
  })
})

describe('every filter has an ordinary example and an edge', () => {
  // Refused: see below.
  const checked = filters.all.filter(({ definition }) => definition.name !== 'as')
  test.each(checked.map((filter) => [filter.definition.name, filter] as const))('%s', (_name, { definition }) => {
    expect(different(definition.examples.map(({ expression }) => expression))).toBeGreaterThanOrEqual(2)
  })

  test.each(['1|as:"one"', '[1, 2]|as:"list"|first'])('%s says that it is not available', async (expression) => {
    const [fast, traced] = await inBothBuilds(`var $x {\n value = ${expression}\n}`)
    expect(fast).toMatchObject({ reason: 'as_unavailable' })
    expect(traced).toEqual(fast)
  })
})

describe('every filter of queries has an ordinary example and an edge', () => {
  const spellings = new Set(['lower', 'upper', 'subtract', 'multiply', 'divide', 'timestamp_epoch_seconds'])
  const names = knownInQueries.filter((name) => !spellings.has(name) && !onPostgres.includes(name))
  test.each(names)('%s', (name) => {
    const examples = queryFilterExamples[name] ?? groupFilterExamples[name] ?? []
    expect(examples.every(([expression]) => expression.includes(`|${name}`))).toBe(true)
    expect(different(examples.map(([expression]) => expression))).toBeGreaterThanOrEqual(2)
  })
})

describe('nothing of the language is missing', () => {
  test.each(statementNames)('the statement %s', (name) => {
    expect(catalogue.get(name)?.definition.name).toBe(name)
  })

  test.each(filterNames)('the filter %s', (name) => {
    expect(filters.get(name)).toBeDefined()
  })

  test.each(queryFilterNames)('the filter %s of queries', (name) => {
    expect(knownInQueries).toContain(name)
  })
})

/** The filter's own example with another spelling in its place. */
function respelled(filter: Filter, alias: string): string {
  const [example] = filter.definition.examples
  return (example?.expression ?? '').replaceAll(`|${filter.definition.name}`, `|${alias}`)
}

describe('old spellings do the same', () => {
  test.each(aliases)('%s is %s', async (alias, name) => {
    const filter = filters.get(alias)
    if (filter === undefined) throw new Error(`There is no filter ${alias}.`)
    expect(filters.get(name)).toBe(filter)
    const expression = respelled(filter, alias)
    expect(expression).toContain(`|${alias}`)
    const value = { value: JSON.parse(JSON.stringify(filter.definition.examples[0]?.expect)) as unknown }
    const stack = `var $x {\n value = ${expression.startsWith('|') ? `\`${expression}\`` : expression}\n}`
    expect(await inBothBuilds(stack)).toEqual([value, value])
  })
})
