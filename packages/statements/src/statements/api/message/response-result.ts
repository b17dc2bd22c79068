import type { HttpResponse } from '../../../ports/ports.ts'
import { bytesToText } from '../../../values/bytes.ts'
import type { Value } from '../../../values/value.ts'

/** The body of an answer: JSON as its value, anything else as text that keeps every byte. */
export function responseResult({ headers, body }: HttpResponse): Value {
  const text = bytesToText(body)
  const type = headers.findLast((line) => /^content-type:/i.test(line)) ?? ''
  const looksLikeJson = /[/+]json\b/i.test(type) || /^\s*[[{]/.test(text)
  if (!looksLikeJson) return text
  try {
    return JSON.parse(text) as Value
  } catch {
    return text
  }
}
