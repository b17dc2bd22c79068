import { randomUUID } from 'node:crypto'

const acceptable = /^[\w.-]{8,64}$/

/** The id a proxy in front gave the request, where it is harmless to repeat, or a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && acceptable.test(given) ? given : randomUUID()
}
