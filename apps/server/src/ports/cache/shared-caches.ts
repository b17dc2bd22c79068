import { StackError, type CachePort, type ErrorType, type Value } from '@cairn/statements'
import { decodeValue, encodeValue } from './cache-value.ts'
import type { Caches } from './open-cache.ts'

/** What a process asks of the caches that another one holds. Plain data, to be sent as JSON. */
export interface CacheCall {
  workspace: string
  operation: keyof CachePort
  args: readonly Value[]
}

export type CacheAnswer =
  | { value: Value | undefined }
  | { error: { type: ErrorType; reason: string; message: string; hint: string | null } }

/** Every operation there is; the compiler sees to that. */
const operations = {
  set: true,
  get: true,
  has: true,
  delete: true,
  increment: true,
  keys: true,
  push: true,
  pop: true,
  remove: true,
  length: true,
  range: true,
  answer: true,
  keepAnswer: true,
  rateLimit: true,
} satisfies Record<keyof CachePort, true>

type Operation = (...args: readonly Value[]) => Promise<Value | undefined>

/** The caches of another process, reached through `call`: all processes that share it count and keep as one. */
export function sharedCaches(call: (call: CacheCall) => Promise<CacheAnswer>): Caches {
  return {
    workspace(workspace) {
      const port = Object.keys(operations).map((name): [string, Operation] => [
        name,
        async (...args) => {
          const plain = args.map(asSent)
          const answer = await call({ workspace, operation: name as keyof CachePort, args: plain })
          if (!('error' in answer)) return answer.value
          const { type, reason, message, hint } = answer.error
          throw new StackError(type, reason, message, hint === null ? {} : { hint })
        },
      ])
      return Object.fromEntries(port) as unknown as CachePort
    },
    close: () => Promise.resolve(),
  }
}

/** What would not arrive as what it is, is refused here. */
function asSent(arg: Value): Value {
  if (typeof arg !== 'number' || Number.isFinite(arg)) return decodeValue(encodeValue(arg))
  throw new StackError('standard', 'invalid_argument', 'The cache takes finite numbers only.')
}

/** Answers a call for `caches` of this process; what fails in them is part of the answer. */
export async function answerCacheCall(caches: Caches, { workspace, operation, args }: CacheCall): Promise<CacheAnswer> {
  try {
    if (!Object.hasOwn(operations, operation)) throw new Error(`There is no operation "${operation}".`)
    const run = caches.workspace(workspace)[operation] as unknown as Operation
    return { value: await run(...args) }
  } catch (error) {
    return { error: factsOf(error) }
  }
}

function factsOf(error: unknown): { type: ErrorType; reason: string; message: string; hint: string | null } {
  if (error instanceof StackError) {
    const { type, reason, message, hint } = error
    return { type, reason, message, hint }
  }
  return { type: 'standard', reason: 'cache_unavailable', message: `The cache failed: ${String(error)}`, hint: null }
}
