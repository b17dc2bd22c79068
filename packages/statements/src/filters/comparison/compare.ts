/** The comparison operators as filters. */
import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterExample } from '../../define/types.ts'
import { operators } from '../../operators/operators.ts'

interface Comparison {
  name: string
  alias: string
  operator: '==' | '!=' | '>' | '>=' | '<' | '<='
  help: string
  examples: readonly FilterExample[]
}

function comparison({ name, alias, operator, help, examples }: Comparison): Filter {
  const { evaluate } = operators[operator]
  return {
    definition: {
      name,
      aliases: [alias],
      category: 'comparison',
      help,
      input: 'any',
      params: [needed('value', 'any', 'What to compare with.')],
      result: 'bool',
      examples,
    },
    evaluate: (value, [other]) => evaluate(value, argument(other)),
  }
}

const comparisons: readonly Comparison[] = [
  {
    name: 'equals',
    alias: 'eq',
    operator: '==',
    help: 'Whether two values are equal; 1 and "1" are.',
    examples: [
      { expression: '4|equals:4', expect: true },
      { expression: '1|eq:"1"', expect: true },
      { expression: 'null|eq:"a"', expect: false },
    ],
  },
  {
    name: 'not_equals',
    alias: 'ne',
    operator: '!=',
    help: 'Whether two values are not equal.',
    examples: [
      { expression: '4|not_equals:5', expect: true },
      { expression: '1|ne:"1"', expect: false },
    ],
  },
  {
    name: 'greater_than',
    alias: 'gt',
    operator: '>',
    help: 'Whether the first value is greater.',
    examples: [
      { expression: '5|greater_than:4', expect: true },
      { expression: '5|gt:5', expect: false },
    ],
  },
  {
    name: 'greater_than_or_equal',
    alias: 'gte',
    operator: '>=',
    help: 'Whether the first value is greater, or the two are equal.',
    examples: [
      { expression: '5|greater_than_or_equal:5', expect: true },
      { expression: '"10"|gte:9', expect: true },
    ],
  },
  {
    name: 'less_than',
    alias: 'lt',
    operator: '<',
    help: 'Whether the first value is less.',
    examples: [
      { expression: '4|less_than:5', expect: true },
      { expression: '"b"|lt:"a"', expect: false },
    ],
  },
  {
    name: 'less_than_or_equal',
    alias: 'lte',
    operator: '<=',
    help: 'Whether the first value is less, or the two are equal.',
    examples: [
      { expression: '5|less_than_or_equal:5', expect: true },
      { expression: '6|lte:5', expect: false },
    ],
  },
]

export const compareFilters: readonly Filter[] = comparisons.map(comparison)
