import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterExample } from '../../define/types.ts'
import { operators } from '../../operators/operators.ts'

interface Arithmetic {
  name: string
  alias: string
  operator: '+' | '-' | '*' | '/' | '%'
  help: string
  examples: readonly FilterExample[]
}

function arithmetic({ name, alias, operator, help, examples }: Arithmetic): Filter {
  const { evaluate } = operators[operator]
  return {
    definition: {
      name,
      aliases: [alias],
      category: 'math',
      help,
      input: 'number',
      params: [needed('value', 'number', 'The other number.')],
      result: 'number',
      examples,
    },
    evaluate: (value, [other]) => evaluate(value, argument(other)),
  }
}

const addition: Filter = {
  definition: {
    name: 'add',
    category: 'math',
    help: 'The sum of two numbers.',
    input: 'number',
    params: [needed('value', 'number', 'The number to add.')],
    result: 'number',
    examples: [
      { expression: '2|add:3', expect: 5 },
      { expression: '"2.5"|add:null', expect: 2.5 },
    ],
  },
  evaluate: (value, [other]) => operators['+'].evaluate(value, argument(other)),
}

const others: readonly Arithmetic[] = [
  {
    name: 'subtract',
    alias: 'sub',
    operator: '-',
    help: 'The first number less the second.',
    examples: [
      { expression: '5|subtract:7', expect: -2 },
      { expression: '"5"|sub:"1"', expect: 4 },
    ],
  },
  {
    name: 'multiply',
    alias: 'mul',
    operator: '*',
    help: 'The product of two numbers.',
    examples: [
      { expression: '4|multiply:2.5', expect: 10 },
      { expression: '4|mul:0', expect: 0 },
    ],
  },
  {
    name: 'divide',
    alias: 'div',
    operator: '/',
    help: 'The first number divided by the second. By zero is an error.',
    examples: [
      { expression: '5|divide:2', expect: 2.5 },
      { expression: '0|div:3', expect: 0 },
    ],
  },
  {
    name: 'modulus',
    alias: 'mod',
    operator: '%',
    help: 'What is left when the first number is divided by the second, both without their fractions; it has the sign of the first.',
    examples: [
      { expression: '20|modulus:3', expect: 2 },
      { expression: '-7|mod:3', expect: -1 },
      { expression: '7.9|modulus:2.5', expect: 1 },
    ],
  },
]

export const arithmeticFilters: readonly Filter[] = [addition, ...others.map(arithmetic)]
