import { randomUUID } from 'node:crypto'

const acceptable = /^[\w.-]{8,64}$/

const series = randomUUID().slice(0, 24)
const hexadecimal = (value: number, places: number) => value.toString(16).padStart(places, '0')
/** The last three places, written out once: writing a number costs more than finding it here. */
const endings = Array.from({ length: 16 ** 3 }, (_, value) => hexadecimal(value, 3))
let rounds = 0
let count = 0
let beginning = series + hexadecimal(rounds, 9)

/** Unique in this process and, as it begins at random, between processes; not a secret. */
function nextId(): string {
  if (count === endings.length) {
    count = 0
    rounds = (rounds + 1) % 16 ** 9
    beginning = series + hexadecimal(rounds, 9)
  }
  return beginning + endings[count++]!
}

/** The id a proxy in front gave the request, where it is harmless to repeat, or a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && acceptable.test(given) ? given : nextId()
}
