import { fallback, needed } from '../define/filter-parameter.ts'
import type { EvaluateWaiting, Filter, FilterDefinition, FilterParameter } from '../define/types.ts'
import { StackError } from '../values/error.ts'
import { defaultTimeout } from './run-lambda.ts'

/** The code and how long it may run: the last parameters of every filter that runs JavaScript. */
export const codeParameters: readonly FilterParameter[] = [
  needed('code', 'text', 'JavaScript or TypeScript that returns the result; `$this` is the value.'),
  fallback('timeout', 'int', defaultTimeout, 'The most seconds it may run.'),
]

type Facts = Pick<FilterDefinition, 'name' | 'help' | 'input' | 'result' | 'examples'>

/** A filter that runs JavaScript. It waits for its sandbox, so it stands where a statement's code may wait. */
export function lambdaFilter(
  facts: Facts & { category: FilterDefinition['category']; params?: readonly FilterParameter[] },
  wait: EvaluateWaiting,
): Filter {
  const { name } = facts
  return {
    definition: { params: codeParameters, ...facts },
    wait,
    evaluate: () => {
      throw new StackError('standard', 'lambda_misplaced', `${name} cannot stand in an expression of each element.`, {
        hint: 'Use it on the whole list, or put its result in a variable first.',
      })
    },
  }
}
