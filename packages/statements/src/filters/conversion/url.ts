import type { Filter, FilterDefinition } from '../../define/types.ts'
import { formDecode, formEncode, percentDecode, percentEncode } from '../../text/percent.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

export const url: readonly Filter[] = [
  filter('url_encode', formEncode, 'The text as forms send it: spaces are +, other special characters %XX.', [
    { expression: '"a b&c=é~"|url_encode', expect: 'a+b%26c%3D%C3%A9%7E' },
    { expression: '"safe-._9"|url_encode', expect: 'safe-._9' },
  ]),
  filter('url_decode', formDecode, 'The text of a form value: + is a space, %XX a byte.', [
    { expression: '"a+b%26c%3D%C3%A9"|url_decode', expect: 'a b&c=é' },
    { expression: '"100%"|url_decode', expect: '100%' },
  ]),
  filter('url_encode_rfc3986', percentEncode, 'The text as a part of an address: spaces are %20.', [
    { expression: '"a b/c~"|url_encode_rfc3986', expect: 'a%20b%2Fc~' },
    { expression: '("ff"|hex2bin)|url_encode_rfc3986', expect: '%FF' },
  ]),
  filter('url_decode_rfc3986', percentDecode, 'The text of a part of an address: %XX is a byte, + stays.', [
    { expression: '"a%20b+c"|url_decode_rfc3986', expect: 'a b+c' },
    { expression: '"%F0%9F%98%80%zz"|url_decode_rfc3986', expect: '😀%zz' },
  ]),
]

function filter(
  name: string,
  change: (text: string) => string,
  help: string,
  examples: FilterDefinition['examples'],
): Filter {
  return {
    definition: { name, category: 'conversion', help, input: 'text', params: [], result: 'text', examples },
    evaluate: (value, _, context) => within(change(within(toText(value), context)), context),
  }
}
