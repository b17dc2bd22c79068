import { numberToText } from '../../values/convert.ts'
import { unfit } from '../refusal.ts'
import type { Given, InputType } from './input-type.ts'

/** RFC 5321 allows no longer address; the limit also bounds what the expression below can cost. */
const longestEmail = 254
const emailText = /^[^\s@"<>(),:;[\]\\]{1,64}@(?:[^\s@."<>(),:;[\]\\]+\.)+[^\s@."<>(),:;[\]\\]{2,}$/u
const uuidText = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Text; a number or bool becomes its text. A list or an object is never text, so a query built on one stays a text. */
export const text: InputType = { holdsEmptyText: true, convert: toText }

export const email: InputType = {
  holdsEmptyText: true,
  convert: toText,
  check(value) {
    if (value === '') return
    if (typeof value !== 'string' || value.length > longestEmail || !emailText.test(value))
      throw unfit('an e-mail address', value)
  },
}

export const uuid: InputType = {
  holdsEmptyText: false,
  convert(value) {
    if (typeof value !== 'string' || !uuidText.test(value)) throw unfit('a UUID', value)
    return value
  },
}

function toText(value: Given): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberToText(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  throw unfit('text', value)
}
