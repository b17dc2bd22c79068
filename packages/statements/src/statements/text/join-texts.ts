import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'

/** Both texts in a row; longer than `maxText` characters is an error. */
export function joinTexts(first: Value, second: Value, maxText: number): string {
  const text = toText(first) + toText(second)
  if (text.length <= maxText) return text
  throw new StackError('standard', 'text_too_long', `The text is longer than ${maxText} characters.`)
}
