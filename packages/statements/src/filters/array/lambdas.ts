import type { EvaluateWaiting, Filter, FilterExample, TypeName, WaitingScope } from '../../define/types.ts'
import { needed } from '../../define/filter-parameter.ts'
import { codeParameters, lambdaFilter } from '../../lambda/lambda-filter.ts'
import { runLambda } from '../../lambda/run-lambda.ts'
import type { LambdaEach } from '../../ports/ports.ts'
import type { Value } from '../../values/value.ts'
import { listOf } from '../list.ts'

interface Kind {
  help: string
  result: TypeName
  stopAt?: LambdaEach['stopAt']
  /** What the results, one an element, make of the list. */
  answer: (results: readonly Value[], list: readonly Value[]) => Value
  examples: readonly FilterExample[]
}

/** Whether a result counts as true, as JavaScript sees it. */
const isTrue = Boolean

const kinds: Readonly<Record<string, Kind>> = {
  map: {
    help: 'What JavaScript returns for each element.',
    result: 'array',
    answer: (results) => [...results],
    examples: [
      { expression: '[1, 2, 3]|lambda_map:"return $this * 2"', expect: [2, 4, 6] },
      { expression: '["a", "b"]|lambda_map:"return $index + $this + $parent.length"', expect: ['0a2', '1b2'] },
    ],
  },
  filter: {
    help: 'The elements for which JavaScript returns true.',
    result: 'array',
    answer: (results, list) => list.filter((_, index) => isTrue(results[index])),
    examples: [
      { expression: '[1, 2, 3, 4]|lambda_filter:"return $this % 2"', expect: [1, 3] },
      { expression: '[]|lambda_filter:"return true"', expect: [] },
    ],
  },
  some: {
    help: 'Whether JavaScript returns true for an element.',
    result: 'bool',
    stopAt: 'true',
    answer: (results) => results.some(isTrue),
    examples: [
      { expression: '[1, 2, 3]|lambda_some:"return $this > 2"', expect: true },
      { expression: '[]|lambda_some:"return true"', expect: false },
    ],
  },
  every: {
    help: 'Whether JavaScript returns true for every element.',
    result: 'bool',
    stopAt: 'false',
    answer: (results) => results.every(isTrue),
    examples: [
      { expression: '[2, 4, 6]|lambda_every:"return $this % 2 === 0"', expect: true },
      { expression: '[2, 5]|lambda_every:"return $this % 2 === 0"', expect: false },
    ],
  },
  find: {
    help: 'The first element for which JavaScript returns true; null when there is none.',
    result: 'any',
    stopAt: 'true',
    answer: (results, list) => list[results.findIndex(isTrue)] ?? null,
    examples: [
      { expression: '[1, 2, 3, 8, 9]|lambda_find:"return $this === 8"', expect: 8 },
      { expression: '[1]|lambda_find:"return $this === 8"', expect: null },
    ],
  },
  findIndex: {
    help: 'The position of the first element for which JavaScript returns true; null when there is none.',
    result: 'int',
    stopAt: 'true',
    answer: (results) => {
      const index = results.findIndex(isTrue)
      return index < 0 ? null : index
    },
    examples: [
      { expression: '[1, 2, 3, 8, 9]|lambda_findIndex:"return $this === 8"', expect: 3 },
      { expression: '[1]|lambda_findIndex:"return $this === 8"', expect: null },
    ],
  },
}

const perElement = ([name, { help, result, stopAt = null, answer, examples }]: [string, Kind]): Filter =>
  lambdaFilter(
    { name: `lambda_${name}`, category: 'array', help, input: 'array', result, examples },
    async (value, [code, timeout], scope) => {
      const list = listOf(value)
      const results = await overList(list, { code, timeout, carry: false, initial: null, stopAt }, scope)
      return answer(results, list)
    },
  )

/** The initial value comes first, unlike that of `reduce` (xano-facts 3.2). */
const reduce: EvaluateWaiting = async (value, [initial, code, timeout], scope) => {
  const work = { code, timeout, carry: true, initial: initial ?? null, stopAt: null }
  const [result] = await overList(listOf(value), work, scope)
  return result ?? null
}

interface ListWork extends Omit<LambdaEach, 'list'> {
  code: Value | undefined
  timeout: Value | undefined
}

function overList(list: readonly Value[], work: ListWork, scope: WaitingScope): Promise<Value[]> {
  const { code = null, timeout = null, ...each } = work
  return runLambda({ code, timeout, each: { list, ...each } }, scope)
}

export const lambdas: readonly Filter[] = [
  ...Object.entries(kinds).map(perElement),
  lambdaFilter(
    {
      name: 'lambda_reduce',
      category: 'array',
      help: 'One value from all elements: JavaScript returns the next `$result`.',
      input: 'array',
      params: [needed('initial', 'any', 'The result before the first element.'), ...codeParameters],
      result: 'any',
      examples: [
        { expression: '[1, 2, 3]|lambda_reduce:0:"return $result + $this"', expect: 6 },
        { expression: '[1, 2]|lambda_reduce:[]:"return [...$result, $this + 1];"', expect: [2, 3] },
      ],
    },
    reduce,
  ),
]
