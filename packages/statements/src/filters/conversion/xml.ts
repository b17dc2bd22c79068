import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'
import { parseXml } from './parse-xml.ts'

export const xmlDecode: Filter = {
  definition: {
    name: 'xml_decode',
    category: 'conversion',
    help: 'XML text as nodes {"@attributes": …, "value": …} by element name; several of one name are a list.',
    input: 'text',
    params: [],
    result: 'object',
    examples: [
      { expression: '"<a>1</a>"|xml_decode', expect: { a: { '@attributes': [], value: '1' } } },
      {
        expression: `"<r><i id='7'>x &amp; y</i><i/></r>"|xml_decode`,
        expect: {
          r: {
            '@attributes': [],
            value: {
              i: [
                { '@attributes': { id: '7' }, value: 'x & y' },
                { '@attributes': [], value: '' },
              ],
            },
          },
        },
      },
      {
        expression: '"<p>see <b>this</b></p>"|xml_decode',
        expect: {
          p: { '@attributes': [], value: { '#text': 'see', b: { '@attributes': [], value: 'this' } } },
        },
      },
    ],
  },
  evaluate: (value, _, context) => parseXml(within(toText(value), context), context),
}
