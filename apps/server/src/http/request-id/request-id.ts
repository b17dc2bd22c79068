import { randomUUID } from 'node:crypto'

const acceptable = /^[\w.-]{8,64}$/

const [series, places] = [randomUUID().slice(0, 24), 12]
let count = 0

/** Unique in this process and, as it begins at random, between processes; not a secret. */
function nextId(): string {
  count = (count + 1) % 16 ** places
  return series + count.toString(16).padStart(places, '0')
}

/** The id a proxy in front gave the request, where it is harmless to repeat, or a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && acceptable.test(given) ? given : nextId()
}
