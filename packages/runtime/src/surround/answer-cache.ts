import { createHash } from 'node:crypto'
import type { CacheSettings } from '@cairn/language'
import { isObject, StackError, ValueStream, FileResource, type Value } from '@cairn/statements'
import type { Run } from '../run/run.ts'
import type { RunnableObject } from '../types.ts'

/** An answer as it is kept: the value with the status and headers that its stack set. */
export interface KeptAnswer {
  value: Value
  status: number | null
  headers: [name: string, value: string][]
}

/**
 * The key of an answer: the object, what is published (`fingerprint`), and whatever its settings name. Unless they say
 * otherwise that is who asks, what is asked and on which datasource. Null where the input cannot be a key.
 */
export function answerKey(
  object: RunnableObject,
  fingerprint: string,
  settings: CacheSettings,
  input: Value,
  run: Run,
): string | null {
  if (settings.input && hasFile(input)) return null
  const { request, auth } = run.invocation
  const parts = [
    fingerprint,
    object.kind,
    object.kind === 'query' ? [object.apiGroup, object.verb, object.path] : object.name,
    request.branch,
    settings.input ? input : null,
    settings.auth && auth !== null ? [auth.table, auth.id, auth.extras] : null,
    settings.datasource ? request.datasource : null,
    settings.ip ? request.remoteIp : null,
    settings.headers.map((name) => request.headers[name.toLowerCase()] ?? null),
    settings.env.map((name) => run.env(name)),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

export async function recallAnswer(key: string, run: Run): Promise<KeptAnswer | null> {
  const kept = await run.ports.cache.answer(key)
  return isObject(kept) ? (kept as unknown as KeptAnswer) : null
}

/**
 * Keeps an answer for as long as its settings say. Not kept is what has no form in a cache (files, streams), what sets
 * a cookie, since that is for one client alone, and what no longer fits: the request has its answer all the same.
 */
export async function keepAnswer(key: string, answer: KeptAnswer, ttl: number, run: Run): Promise<void> {
  if (hasFile(answer.value) || answer.headers.some(([name]) => name.toLowerCase() === 'set-cookie')) return
  try {
    await run.ports.cache.keepAnswer(key, answer as unknown as Value, ttl)
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    run.log(`The answer was not kept: ${error.message}`)
  }
}

function hasFile(value: Value): boolean {
  if (value instanceof FileResource || value instanceof ValueStream) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(hasFile)
}
