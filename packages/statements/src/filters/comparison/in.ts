import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { isIn } from '../../operators/query-operators.ts'
import { elementsOf } from '../list.ts'

/** `[1, 2]|in:1` and `1|in:[1, 2]` are both written: whichever side is the list is searched; of two, the piped one. */
export const inFilter: Filter = {
  definition: {
    name: 'in',
    category: 'comparison',
    help: 'Whether a value is in a list. The list may stand on either side; of two lists the piped one is searched.',
    input: 'any',
    params: [needed('value', 'any', 'The value to look for, or the list to look in.')],
    result: 'bool',
    examples: [
      { expression: '[1, 2, 3]|in:3', expect: true },
      { expression: '"b"|in:["a", "b"]', expect: true },
      { expression: '5|in:[]', expect: false },
      { expression: '[[1], [2]]|in:[2]', expect: true },
    ],
  },
  evaluate: (value, [otherArgument], context) => {
    const other = argument(otherArgument)
    const [list, wanted] = !Array.isArray(value) && Array.isArray(other) ? [other, value] : [value, other]
    context.spend(elementsOf(list).length)
    return isIn(wanted, list)
  },
}
