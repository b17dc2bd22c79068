import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { allowText } from '../limits.ts'

export const concat: Filter = {
  definition: {
    name: 'concat',
    category: 'text',
    help: 'The text followed by another, with a separator between them.',
    input: 'text',
    params: [needed('value', 'text', 'What comes after.'), fallback('separator', 'text', '', 'What stands between.')],
    result: 'text',
    examples: [
      { expression: '"a"|concat:"b":"-"', expect: 'a-b' },
      { expression: '"id "|concat:7', expect: 'id 7' },
      { expression: 'null|concat:"b":"_"', expect: '_b' },
    ],
  },
  evaluate: (value, [other, between], context) => {
    const first = toText(value)
    const last = toText(argument(other))
    const separator = toText(argument(between, ''))
    allowText(first.length + separator.length + last.length, context)
    return first + separator + last
  },
}
