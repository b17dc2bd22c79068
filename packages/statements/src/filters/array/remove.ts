import { pathOfElement } from '../../define/each-parameter.ts'
import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { looseEquals, strictEquals } from '../../values/equality.ts'
import { isTruthy } from '../../values/kinds.ts'
import { elementReader } from '../element-at.ts'
import { keepEntries } from '../list.ts'

export const remove: Filter = {
  definition: {
    name: 'remove',
    aliases: ['array_remove'],
    category: 'array',
    help: 'The elements that are not equal to a value.',
    input: 'array',
    params: [
      needed('value', 'any', 'What to leave out.'),
      pathOfElement('What of an element to compare. The element itself when left out.'),
      fallback('strict', 'bool', false, 'Whether the type must be the same too: 1 is then not "1".'),
    ],
    result: 'array',
    follows: 'same',
    examples: [
      { expression: '[{v: 1}, {v: 2}, {v: 3}]|remove:{v: 2}', expect: [{ v: 1 }, { v: 3 }] },
      { expression: '[{v: 1}, {v: 2}]|remove:1:v', expect: [{ v: 2 }] },
      { expression: '[1, "1", 2]|remove:1', expect: [2] },
      { expression: '[1, "1", 2]|remove:1:"":true', expect: ['1', 2] },
    ],
  },
  evaluate: (value, [unwanted, path, strict], context) => {
    const same = isTruthy(argument(strict)) ? strictEquals : looseEquals
    const read = elementReader(path, context)
    return keepEntries(value, context, (item) => !same(read(item), argument(unwanted)))
  },
}
