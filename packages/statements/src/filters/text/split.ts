import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { allowArray } from '../limits.ts'

export const split: Filter = {
  definition: {
    name: 'split',
    category: 'text',
    help: 'The parts of the text between a separator. An empty separator gives the characters.',
    input: 'text',
    params: [needed('separator', 'text', 'What stands between the parts.')],
    result: 'array',
    examples: [
      { expression: '"a,b,c"|split:","', expect: ['a', 'b', 'c'] },
      { expression: '"a--b--"|split:"--"', expect: ['a', 'b', ''] },
      { expression: '""|split:","', expect: [''] },
      { expression: '"a😀"|split:""', expect: ['a', '😀'] },
    ],
  },
  evaluate: (value, [between], context) => {
    const text = toText(value)
    const separator = toText(argument(between))
    context.spend(text.length)
    if (separator === '') return characters(text, context)
    const parts = text.split(separator, context.maxArray + 1)
    allowArray(parts.length, context)
    return parts
  },
}

function characters(text: string, context: Parameters<Filter['evaluate']>[2]): string[] {
  if (text.length > 2 * context.maxArray) allowArray(text.length, context)
  const found = Array.from(text)
  allowArray(found.length, context)
  return found
}
