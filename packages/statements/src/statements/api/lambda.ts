import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample, WaitingScope } from '../../define/types.ts'
import { defaultTimeout, runLambda } from '../../lambda/run-lambda.ts'
import type { Value } from '../../values/value.ts'

export const definition: StatementDefinition = {
  name: 'api.lambda',
  label: 'Lambda function',
  category: 'api',
  icon: 'square-function',
  help: 'Runs JavaScript or TypeScript of your own. It sees $input, $var, $auth and $env; it has no network and no packages.',
  keywords: ['javascript', 'typescript', 'code', 'script'],
  args: {
    code: required('text', 'Code', 'Its return value is the result.'),
    timeout: optional('number', 'Timeout', 'Seconds it may take.', defaultTimeout),
  },
  result: 'any',
  needs: ['lambda'],
}

export const effects = true

export const emit: Emit = (_statement, emitter) => {
  const [code, timeout] = [emitter.argument('code'), emitter.argument('timeout')]
  const scope = js`{ run: ${emitter.run}, input: ${emitter.input}, variables: () => (${emitter.variables()}) }`
  emitter.result(emitter.awaited(js`${emitter.constant(lambdaResult)}(${code}, ${timeout}, ${scope})`), true)
}

async function lambdaResult(code: Value, timeout: Value, scope: WaitingScope): Promise<Value> {
  return (await runLambda({ code, timeout }, scope))[0] ?? null
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a text',
    stack: `api.lambda {
 code = 'return "hello";'
 timeout = 10
} as $x`,
    expect: 'hello',
  },
  {
    title: 'with variables',
    stack: `var $tags {
 value = [{id: 1}, {id: 2}]
}
api.lambda {
 code = "return $var.tags.map((tag) => tag.id)"
} as $x`,
    expect: [1, 2],
  },
  {
    title: 'TypeScript that waits',
    stack: `api.lambda {
 code = "const twice = async (n: number): Promise<number> => n * 2; return await twice(21)"
} as $x`,
    expect: 42,
  },
]
