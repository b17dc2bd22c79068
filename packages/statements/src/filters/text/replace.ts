import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { allowText } from '../limits.ts'

export const replace: Filter = {
  definition: {
    name: 'replace',
    aliases: ['string_replace'],
    category: 'text',
    help: 'The text with every occurrence of one part replaced with another.',
    input: 'text',
    params: [
      needed('search', 'text', 'The part to replace. Nothing is replaced when it is empty.'),
      fallback('replacement', 'text', '', 'What comes in its place.'),
    ],
    result: 'text',
    examples: [
      { expression: '"hello"|replace:"l":"x"', expect: 'hexxo' },
      { expression: '"a b c"|replace:" ":""', expect: 'abc' },
      { expression: '"cost"|replace:"cost":"$&$1"', expect: '$&$1' },
      { expression: '"hello"|replace:"":"x"', expect: 'hello' },
    ],
  },
  evaluate: (value, [searchArgument, replacementArgument], context) => {
    const text = toText(value)
    const search = toText(argument(searchArgument))
    const replacement = toText(argument(replacementArgument, ''))
    context.spend(text.length)
    if (search === '') return text
    const growth = replacement.length - search.length
    if (growth > 0) allowText(text.length + growth * countOccurrences(text, search), context)
    return text.replaceAll(search, () => replacement)
  },
}

function countOccurrences(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}
