import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'
import { transform } from 'sucrase'
import { codeName } from './code-name.ts'
import { failureOf, type Thrown } from './failure.ts'
import type { JobFailure } from './job.ts'

/** The code stands on the function's first line, so that lines are the user's own. */
const wrap = (code: string) => `(async function () {${code}\n})`

/** The code as a function of the context: read as JavaScript, and as TypeScript when that fails. */
export function compileCode(code: string, context: QuickJSContext): { main: QuickJSHandle } | { failure: JobFailure } {
  const plain = evaluate(wrap(code), context)
  if ('main' in plain || plain.thrown.name !== 'SyntaxError') return settled(plain)
  const stripped = stripTypes(wrap(code))
  return settled(stripped === null ? plain : evaluate(stripped, context))
}

type Evaluated = { main: QuickJSHandle } | { thrown: Thrown }

function settled(evaluated: Evaluated): { main: QuickJSHandle } | { failure: JobFailure } {
  if ('main' in evaluated) return evaluated
  const failure = failureOf(evaluated.thrown)
  return { failure: failure.name === 'SyntaxError' ? { ...failure, kind: 'syntax' } : failure }
}

function evaluate(text: string, context: QuickJSContext): Evaluated {
  const result = context.evalCode(text, codeName)
  if (result.error === undefined) return { main: result.value }
  const thrown = context.dump(result.error) as Thrown
  result.error.dispose()
  return { thrown }
}

/** Code without its types, line for line; null when it is no TypeScript either, or has none. */
function stripTypes(text: string): string | null {
  try {
    const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true })
    return code === text ? null : code
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
