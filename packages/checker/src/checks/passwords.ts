import type { Type } from '../types/type.ts'
import type { Check } from './check.ts'

/** A password column on its way out: a response that has its hash in it. */
export const passwords: Check = {
  codes: { password_in_response: 'warning' },
  response(expression, type, { object, report }) {
    if (object.item.kind !== 'query') return
    const secret = secretIn(type, 0)
    if (secret === null) return
    report(
      'password_in_response',
      expression,
      `The response returns the password column ${secret}.`,
      'Leave it out of output.',
    )
  },
}

function secretIn(type: Type, depth: number): string | null {
  if (depth > 8) return null
  if ('items' in type) return secretIn(type.items, depth + 1)
  if (type.kind !== 'object') return type.secret ?? null
  for (const field of type.fields.values()) {
    const secret = secretIn(field, depth + 1)
    if (secret !== null) return secret
  }
  return null
}
