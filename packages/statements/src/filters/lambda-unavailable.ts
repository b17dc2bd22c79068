import { fallback, needed } from '../define/filter-parameter.ts'
import type { Filter, FilterDefinition, FilterParameter } from '../define/types.ts'
import { StackError } from '../values/error.ts'

const code = needed('code', 'text', 'JavaScript that returns the result; `$this` is the value.')
const timeout = fallback('timeout', 'int', 10, 'The most seconds it may run.')

/** A filter that runs JavaScript. Stacks that use one read and print; the filter itself fails when it is reached. */
export function lambdaFilter(
  name: string,
  instead: string,
  category: FilterDefinition['category'],
  params: readonly FilterParameter[] = [code, timeout],
): Filter {
  return {
    definition: {
      name,
      category,
      help: `Runs JavaScript, which is not available yet. Use ${instead} with an expression.`,
      input: 'any',
      params,
      result: 'any',
      examples: [],
    },
    evaluate: () => {
      throw new StackError('standard', 'lambda_unavailable', `${name} needs lambdas, which are not available yet.`, {
        hint: `Use ${instead} with an expression, such as \`$list|map:$$.name\`.`,
      })
    },
  }
}

/** `lambda_reduce` takes the initial value first. */
export const reduceParameters: readonly FilterParameter[] = [
  needed('initial', 'any', 'The result before the first element.'),
  code,
  timeout,
]
