import type { FilterContext, Paced } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import { allowArray } from '../limits.ts'
import type { Cuts } from './json-paced.ts'

/** As deep as PHP's `json_decode` goes. */
const deepest = 512
const openers = new Set([0x5b, 0x7b])
const closers = new Set([0x5d, 0x7d])
const quote = 0x22
const backslash = 0x5c
const comma = 0x2c

/**
 * Throws `too_deep` or `array_too_long` for JSON text that would make a value no stack could handle, before anything is
 * made of it. Says nothing of whether the text is JSON.
 */
export function checkJsonShape(text: string, context: FilterContext): void {
  jsonShape(text, context, null).next(Number.POSITIVE_INFINITY)
}

/** As `checkJsonShape`, in steps; says to `cuts` where the outermost list has commas. */
export function* jsonShape(text: string, context: FilterContext, cuts: Cuts | null): Paced<void> {
  const members: number[] = []
  let left = cuts === null ? Number.POSITIVE_INFINITY : 1
  for (let index = 0; index < text.length; index++) {
    if (--left < 0) left = yield
    const code = text.charCodeAt(index)
    if (code === quote) index = endOfText(text, index)
    else if (code === comma && members.length > 0) {
      if (members.length === 1) cuts?.offer(index)
      members.push((members.pop() as number) + 1)
    } else if (openers.has(code)) {
      if (members.length >= deepest) throw tooDeep()
      members.push(1)
    } else if (closers.has(code)) {
      const count = members.pop() ?? 0
      if (count > context.maxArray) allowArray(count, context)
    }
  }
}

/** Where the quote stands that ends the text that starts at `from`. */
function endOfText(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at < 0 ? text.length : at
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++
  return slashes % 2 === 1
}

function tooDeep(): StackError {
  return new StackError('standard', 'too_deep', `The JSON text nests deeper than ${deepest} levels.`, {
    hint: 'Decode a smaller part of it.',
  })
}
