/** What a member costs, in characters. */
const member = 8

/** Whether a value has at most about `room` characters in all; looks no further than that. */
export function fits(value: unknown, room: number): boolean {
  let left = room
  const waiting: unknown[] = [value]
  for (let next = waiting.pop(); left >= 0; next = waiting.pop()) {
    if (typeof next === 'string') left -= next.length
    else if (next instanceof Uint8Array) left -= next.byteLength
    else if (typeof next === 'object' && next !== null) {
      for (const inner of Object.values(next)) {
        left -= member
        if (left < 0) break
        waiting.push(inner)
      }
    }
    if (waiting.length === 0) return left >= 0
  }
  return false
}
