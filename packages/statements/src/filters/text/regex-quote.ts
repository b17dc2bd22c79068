import { argument, fallback } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

export const regexQuote: Filter = {
  definition: {
    name: 'regex_quote',
    category: 'text',
    help: 'The text with a backslash before every character that means something in a regular expression.',
    input: 'text',
    params: [fallback('delimiter', 'text', '/', 'The delimiter of the pattern, escaped as well.')],
    result: 'text',
    examples: [
      { expression: '"1+1=2?"|regex_quote', expect: '1\\+1\\=2\\?' },
      { expression: '"a/b#c"|regex_quote:"#"', expect: 'a/b\\#c' },
      { expression: '("/^" ~ ("a.b"|regex_quote) ~ "$/")|regex_matches:"axb"', expect: false },
    ],
  },
  evaluate: (value, [delimiter], context) => {
    const marked = toText(argument(delimiter, '/')).slice(0, 1)
    const quoted = toText(value).replaceAll(/[.\\+*?[^\]$(){}=!<>|:\-#/]/g, (character) =>
      character === '/' && marked !== '/' ? character : `\\${character}`,
    )
    return within(
      marked === '' || /[.\\+*?[^\]$(){}=!<>|:\-#/]/.test(marked)
        ? quoted
        : quoted.replaceAll(marked, () => `\\${marked}`),
      context,
    )
  },
}
