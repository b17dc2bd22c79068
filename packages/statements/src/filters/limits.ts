/** The bounds every filter keeps: of what it is about to make, checked before it is made. */
import type { FilterContext } from '../define/types.ts'
import { StackError } from '../values/error.ts'

/** Throws `text_too_long` when a text of `length` characters may not be; counts the work otherwise. */
export function allowText(length: number, context: FilterContext): void {
  if (length > context.maxText) {
    throw new StackError('standard', 'text_too_long', `The text is longer than ${context.maxText} characters.`, {
      hint: `It would have ${length} characters. Work on a smaller part at a time.`,
    })
  }
  context.spend(length)
}

/** Throws `array_too_long` when a list of `count` elements may not be; counts the work otherwise. */
export function allowArray(count: number, context: FilterContext): void {
  if (count > context.maxArray) {
    throw new StackError('standard', 'array_too_long', `The list has more than ${context.maxArray} elements.`, {
      hint: 'Work on a smaller part at a time.',
    })
  }
  context.spend(count)
}

/** The text, when it is within bounds. */
export function within(text: string, context: FilterContext): string {
  allowText(text.length, context)
  return text
}

/** The most levels a value may nest for a filter that goes through all of them. */
const deepest = 512

/** Throws `too_deep` past the levels a filter goes down. */
export function allowDepth(depth: number): void {
  if (depth <= deepest) return
  throw new StackError('standard', 'too_deep', `The value nests deeper than ${deepest} levels.`, {
    hint: 'Work on a part of it.',
  })
}
