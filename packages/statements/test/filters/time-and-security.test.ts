import { describe, expect, test } from 'vitest'
import { filters } from '@cairn/statements'
import { evaluateExample } from './evaluate-example.ts'

const ours = filters.all.filter(({ definition }) => ['timestamp', 'security'].includes(definition.category))
const examples = ours.flatMap(({ definition }) =>
  definition.examples.map(({ expression, expect: expected }) => [expression, expected] as const),
)

describe('examples', () => {
  test.each(examples)('%s = %j', (expression, expected) => {
    expect(evaluateExample(expression)).toEqual(expected)
  })

  test.each(ours.map((filter) => [filter.definition.name, filter.definition.examples.length]))(
    '%s has two or more',
    (_name, count) => {
      expect(count).toBeGreaterThanOrEqual(2)
    },
  )
})
