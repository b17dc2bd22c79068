import { argument, fallback, needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'
import { decodeBytes, detectEncoding, encodeBytes, encodingNames } from './encodings.ts'

const common = { category: 'text', input: 'text' } as const

/** Text in other encodings than UTF-8. Text is UTF-8 everywhere else; bytes that are not are kept as they are. */
export const encoding: readonly Filter[] = [
  {
    definition: {
      ...common,
      name: 'list_encodings',
      help: 'The names of the encodings that the other encoding filters know.',
      input: 'any',
      params: [],
      result: 'array',
      examples: [
        { expression: '"UTF-8" in (null|list_encodings)', expect: true },
        { expression: '"EBCDIC" in (null|list_encodings)', expect: false },
      ],
    },
    evaluate: () => [...encodingNames],
  },
  {
    definition: {
      ...common,
      name: 'detect_encoding',
      help: 'The encoding a text is in: "ASCII" or "UTF-8"; false for bytes that are neither.',
      params: [],
      result: 'any',
      examples: [
        { expression: '"plain"|detect_encoding', expect: 'ASCII' },
        { expression: '"café"|detect_encoding', expect: 'UTF-8' },
        { expression: '("e9"|hex2bin)|detect_encoding', expect: false },
      ],
    },
    evaluate: (value, _, context) => detectEncoding(within(toText(value), context)),
  },
  {
    definition: {
      ...common,
      name: 'to_utf8',
      help: 'Text from bytes in another encoding.',
      params: [fallback('encoding', 'text', 'ISO-8859-1', 'The encoding that the bytes are in.')],
      result: 'text',
      examples: [
        { expression: '("636166e9"|hex2bin)|to_utf8', expect: 'café' },
        { expression: '("80"|hex2bin)|to_utf8:"Windows-1252"', expect: '€' },
      ],
    },
    evaluate: (value, [from], context) =>
      within(decodeBytes(toText(value), toText(argument(from, 'ISO-8859-1'))), context),
  },
  {
    definition: {
      ...common,
      name: 'from_utf8',
      help: 'The text as bytes in another encoding, "?" for characters it lacks.',
      params: [fallback('encoding', 'text', 'ISO-8859-1', 'The encoding to write.')],
      result: 'text',
      examples: [
        { expression: '("café"|from_utf8)|bin2hex', expect: '636166e9' },
        { expression: '("5 €"|from_utf8)|bin2hex', expect: '35203f' },
      ],
    },
    evaluate: (value, [to], context) => within(encodeBytes(toText(value), toText(argument(to, 'ISO-8859-1'))), context),
  },
  {
    definition: {
      ...common,
      name: 'convert_encoding',
      help: 'Bytes in one encoding as bytes in another.',
      params: [
        needed('to', 'text', 'The encoding to write.'),
        fallback('from', 'text', 'UTF-8', 'The encoding that the text is in.'),
      ],
      result: 'text',
      examples: [
        { expression: '("e9"|hex2bin)|convert_encoding:"UTF-8":"ISO-8859-1"', expect: 'é' },
        { expression: '("я"|convert_encoding:"KOI8-R")|bin2hex', expect: 'd1' },
      ],
    },
    evaluate: (value, [to, from], context) => {
      const text = decodeBytes(toText(value), toText(argument(from, 'UTF-8')))
      return within(encodeBytes(text, toText(argument(to))), context)
    },
  },
]
