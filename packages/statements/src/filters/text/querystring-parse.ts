import type { Filter } from '../../define/types.ts'
import { parseQueryString } from '../../text/query-string.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

export const querystringParse: Filter = {
  definition: {
    name: 'querystring_parse',
    category: 'text',
    help: 'The arguments of a query string as an object. Brackets nest: a[]=1 makes a list, a[x]=1 an object.',
    input: 'text',
    params: [],
    result: 'object',
    examples: [
      { expression: '"a=1&b=2"|querystring_parse', expect: { a: '1', b: '2' } },
      {
        expression: '"?q=caf%C3%A9+au%20lait&ids[]=1&ids[]=2&f[x]=y&flag"|querystring_parse',
        expect: { q: 'café au lait', ids: ['1', '2'], f: { x: 'y' }, flag: '' },
      },
      { expression: '""|querystring_parse', expect: {} },
    ],
  },
  evaluate: (value, _, context) => parseQueryString(within(toText(value), context), context.maxArray),
}
