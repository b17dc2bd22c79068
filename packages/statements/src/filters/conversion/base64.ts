import type { Filter, FilterDefinition } from '../../define/types.ts'
import { bytesToText, textToBytes } from '../../values/bytes.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

/** Base64 of a text's bytes; the safe form has `-`, `_` and `.` for `+`, `/` and `=`. */
export const base64: readonly Filter[] = [
  {
    definition: define('base64_encode', 'The bytes of the text as base64.', [
      { expression: '"hello"|base64_encode', expect: 'aGVsbG8=' },
      { expression: '"é"|base64_encode', expect: 'w6k=' },
      { expression: '("fffe"|hex2bin)|base64_encode', expect: '//4=' },
    ]),
    evaluate: (value, _, context) => within(Buffer.from(textToBytes(toText(value))).toString('base64'), context),
  },
  {
    definition: define('base64_decode', 'The text, or the bytes, that base64 spells.', [
      { expression: '"aGVsbG8="|base64_decode', expect: 'hello' },
      { expression: '"w6k"|base64_decode', expect: 'é' },
      { expression: '("//4="|base64_decode)|bin2hex', expect: 'fffe' },
    ]),
    evaluate: (value, _, context) => decode(within(toText(value), context)),
  },
  {
    definition: define('base64_encode_urlsafe', 'The bytes of the text as base64 that may stand in an address.', [
      { expression: '"a?>"|base64_encode_urlsafe', expect: 'YT8-' },
      { expression: '("fffe"|hex2bin)|base64_encode_urlsafe', expect: '__4.' },
    ]),
    evaluate: (value, _, context) => within(encodeUrlSafe(toText(value)), context),
  },
  {
    definition: define('base64_decode_urlsafe', 'What base64 that may stand in an address spells, padded or not.', [
      { expression: '"YT8-"|base64_decode_urlsafe', expect: 'a?>' },
      { expression: '("__4."|base64_decode_urlsafe)|bin2hex', expect: 'fffe' },
      { expression: '"aGVsbG8"|base64_decode_urlsafe', expect: 'hello' },
    ]),
    evaluate: (value, _, context) => decode(within(toText(value), context).replaceAll('.', '=')),
  },
]

const safe: Readonly<Record<string, string>> = { '+': '-', '/': '_', '=': '.' }

function encodeUrlSafe(text: string): string {
  return Buffer.from(textToBytes(text))
    .toString('base64')
    .replaceAll(/[+/=]/g, (character) => safe[character] as string)
}

function decode(text: string): string {
  return bytesToText(Buffer.from(text, 'base64'))
}

function define(name: string, help: string, examples: FilterDefinition['examples']): FilterDefinition {
  return { name, category: 'conversion', help, input: 'text', params: [], result: 'text', examples }
}
