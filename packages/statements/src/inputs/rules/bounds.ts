import type { Value } from '../../values/value.ts'
import { broken } from '../refusal.ts'
import { numberArgument, type Rule } from './rule.ts'

/** `min:3`: the value of a number, the characters of a text, the items of a list. */
export const min: Rule = (args) => {
  const least = numberArgument(args)
  return (value) => {
    const size = least === null ? null : measure(value)
    if (size !== null && least !== null && size < least) throw broken(demand(value, 'at least', least))
    return value
  }
}

/** `max:3`, measured like `min`. */
export const max: Rule = (args) => {
  const most = numberArgument(args)
  return (value) => {
    const size = most === null ? null : measure(value)
    if (size !== null && most !== null && size > most) throw broken(demand(value, 'at most', most))
    return value
  }
}

/** Null for what has no size. */
function measure(value: Value): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return characters(value)
  return Array.isArray(value) ? value.length : null
}

/** Code points, so that an emoji counts once. */
function characters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return count
}

function demand(value: Value, bound: string, limit: number): string {
  if (typeof value === 'number') return `be ${bound} ${limit}`
  return `have ${bound} ${limit} ${Array.isArray(value) ? 'item' : 'character'}${limit === 1 ? '' : 's'}`
}
