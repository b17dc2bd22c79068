import { FileResource, ValueStream, type Value } from '@cairn/statements'
import { listOf as listWire } from '../connect/list-wire.ts'
import * as wire from '../connect/wire-types.ts'
import { unfit, type TimeSource, type ValueType } from './value-type.ts'

const numberText = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i
const uuidText = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i
const dateText = /^(\d{4})-(\d{2})-(\d{2})($|[T ])/
/** What a timestamptz can hold and a JavaScript date too. */
const furthestTime = 8.64e15

function scalar(
  sql: string,
  family: ValueType['family'],
  wireType: ValueType['wire'],
  convert: (value: Exclude<Value, null>, time: TimeSource) => unknown,
): ValueType {
  return {
    sql,
    family,
    wire: wireType,
    element: null,
    convert: (value, time) => (value === null ? null : convert(value, time)),
  }
}

function toNumber(value: Exclude<Value, null>): number | typeof unfit {
  if (typeof value === 'number') return Number.isFinite(value) ? value : unfit
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' && numberText.test(value)) return Number(value)
  return unfit
}

/** Whole numbers JavaScript can count; a fraction is cut off. */
export const int = scalar('bigint', 'number', wire.int8, (value) => {
  const number = toNumber(value)
  if (number === unfit) return unfit
  const whole = Math.trunc(number)
  return Number.isSafeInteger(whole) ? whole : unfit
})

export const decimal = scalar('double precision', 'number', wire.float8, toNumber)

export const text = scalar('text', 'text', wire.text, (value) => {
  if (typeof value === 'string') return value.includes('\0') ? unfit : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return isPlain(value) ? JSON.stringify(value) : unfit
})

export const bool = scalar('boolean', 'bool', wire.bool, (value) => {
  if (typeof value === 'boolean') return value
  if (value === 1 || value === '1' || value === 'true') return true
  if (value === 0 || value === '0' || value === 'false' || value === '') return false
  return unfit
})

export const uuid = scalar('uuid', 'uuid', wire.uuid, (value) =>
  typeof value === 'string' && uuidText.test(value) ? value : unfit,
)

/** Epoch milliseconds, their text, `now`, or what the time source can read. */
export const timestamp = scalar('timestamp with time zone', 'time', wire.timestamptz, (value, time) => {
  const number = toTime(value, time)
  return number === null || Math.abs(number) > furthestTime ? unfit : Math.trunc(number)
})

/** `2024-01-31`; of a time, its day in UTC. */
export const date = scalar('date', 'date', wire.date, (value, time) => {
  const written = typeof value === 'string' ? dateText.exec(value.trim()) : null
  if (written !== null) {
    const day = `${written[1]}-${written[2]}-${written[3]}`
    const parsed = new Date(`${day}T00:00:00Z`)
    return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? unfit : day
  }
  const number = toTime(value, time)
  if (number === null || number < -62_135_596_800_000 || number > 253_402_300_799_999) return unfit
  return new Date(number).toISOString().slice(0, 10)
})

/** Any plain value. */
export const json = scalar('jsonb', 'json', wire.jsonb, (value) => (isPlain(value) ? value : unfit))

function toTime(value: Exclude<Value, null>, time: TimeSource): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || value === '') return null
  if (value === 'now') return time.now()
  return numberText.test(value) ? Number(value) : time.parse(value, time.now())
}

/** Files and streams are not data; what holds one cannot be stored as JSON. */
function isPlain(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (value instanceof FileResource || value instanceof ValueStream) return false
  return Array.isArray(value) ? value.every(isPlain) : Object.values(value).every(isPlain)
}

const lists = new Map<ValueType, ValueType>()

/** The list type of an element type; the same object each time. A single value becomes a list of one. */
export function listOf(element: ValueType): ValueType {
  const known = lists.get(element)
  if (known !== undefined) return known
  const made: ValueType = {
    sql: `${element.sql}[]`,
    family: 'list',
    wire: listWire(element.wire),
    element,
    convert(value, time) {
      if (value === null) return null
      const items = (Array.isArray(value) ? value : [value]).map((item) => element.convert(item, time))
      return items.includes(unfit) ? unfit : items
    },
  }
  lists.set(element, made)
  return made
}
