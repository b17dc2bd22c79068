import { lambdaFilter } from '../../lambda/lambda-filter.ts'
import { runLambda } from '../../lambda/run-lambda.ts'

export const lambda = lambdaFilter(
  {
    name: 'lambda',
    category: 'object',
    help: 'What JavaScript returns for the value, which is `$this`.',
    input: 'any',
    result: 'any',
    examples: [
      { expression: '"abc"|lambda:"return $this.toUpperCase()"', expect: 'ABC' },
      { expression: '{a: 1}|lambda:"return {...$this, b: 2}"', expect: { a: 1, b: 2 } },
    ],
  },
  async (value, [code = null, timeout = null], scope) =>
    (await runLambda({ code, timeout, names: { $this: value } }, scope))[0] ?? null,
)
