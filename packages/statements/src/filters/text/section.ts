import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toInt, toText } from '../../values/convert.ts'
import { countCharacters, cutCharacters } from './characters.ts'

export const substr: Filter = {
  definition: {
    name: 'substr',
    category: 'text',
    help: 'A part of the text: from a position (counted from 0, from the end when negative), of a length.',
    input: 'text',
    params: [
      needed('start', 'int', 'Position of the first character; negative counts from the end.'),
      fallback(
        'length',
        'int',
        null,
        'How many characters; negative leaves out as many at the end. All when left out.',
      ),
    ],
    result: 'text',
    examples: [
      { expression: '"hello"|substr:1:3', expect: 'ell' },
      { expression: '"hello"|substr:-3', expect: 'llo' },
      { expression: '"hello"|substr:1:-1', expect: 'ell' },
      { expression: '"a😀b"|substr:1:1', expect: '😀' },
      { expression: '"hi"|substr:9:2', expect: '' },
    ],
  },
  evaluate: (value, [startArgument, lengthArgument], context) => {
    const text = toText(value)
    context.spend(text.length)
    const start = toInt(argument(startArgument))
    const length = argument(lengthArgument)
    if (start >= 0 && length !== null && toInt(length) >= 0) return cutCharacters(text, start, start + toInt(length))
    const count = countCharacters(text)
    const from = start < 0 ? Math.max(0, count + start) : start
    if (length === null) return cutCharacters(text, from, count)
    const span = toInt(length)
    return cutCharacters(text, from, Math.max(from, span < 0 ? count + span : from + span))
  },
}

export const strlen: Filter = {
  definition: {
    name: 'strlen',
    category: 'text',
    help: 'How many characters the text has.',
    input: 'text',
    params: [],
    result: 'int',
    examples: [
      { expression: '"hello"|strlen', expect: 5 },
      { expression: '"é😀"|strlen', expect: 2 },
      { expression: 'null|strlen', expect: 0 },
      { expression: '1234|strlen', expect: 4 },
    ],
  },
  evaluate: (value, _, context) => {
    const text = toText(value)
    context.spend(text.length)
    return countCharacters(text)
  },
}
