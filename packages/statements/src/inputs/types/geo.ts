import { objectOf } from '../../values/members.ts'
import { isObject } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { unfit } from '../refusal.ts'
import type { InputType } from './input-type.ts'

/**
 * A shape on the map, `{type: "point", data: {lng, lat}}`; GeoJSON (`{type: "Point", coordinates: [lng, lat]}`) is
 * brought into that form. `depth`: how many lists its positions are nested in.
 */
export function shape(type: string, depth: number): InputType {
  const expected = `a ${type} like {"type": "${type}", "data": …} with lng and lat in degrees`
  return {
    holdsEmptyText: false,
    convert(value) {
      const named = isObject(value) && typeof value.type === 'string' && value.type.toLowerCase() === type
      const data = named ? positions(value.data ?? value.coordinates ?? null, depth) : null
      if (data === null) throw unfit(expected, value)
      return { type, data }
    },
  }
}

/** Every position in its form, or null when one is none. */
function positions(value: Value, depth: number): Value {
  if (depth === 0) return position(value)
  if (!Array.isArray(value) || value.length === 0) return null
  const inner = value.map((item) => positions(item, depth - 1))
  return inner.includes(null) ? null : inner
}

function position(value: Value): Value {
  const [lng, lat] = Array.isArray(value) ? value : isObject(value) ? [value.lng, value.lat] : []
  if (!isDegree(lng, 180) || !isDegree(lat, 90)) return null
  return objectOf([
    ['lng', lng],
    ['lat', lat],
  ])
}

function isDegree(value: Value | undefined, limit: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= limit
}
