import type { Filter, FilterDefinition } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

/** A word: a letter or digit and what follows it, apostrophes inside included. */
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu

export const textCase: readonly Filter[] = [
  {
    definition: define('to_lower', ['lower'], 'The text in small letters.', [
      { expression: '"HELLO"|to_lower', expect: 'hello' },
      { expression: '"ÉTÉ 2"|to_lower', expect: 'été 2' },
      { expression: 'null|to_lower', expect: '' },
    ]),
    evaluate: (value, _, context) => within(toText(value).toLowerCase(), context),
  },
  {
    definition: define('to_upper', ['upper'], 'The text in capital letters.', [
      { expression: '"hello"|to_upper', expect: 'HELLO' },
      { expression: '"straße"|to_upper', expect: 'STRASSE' },
    ]),
    evaluate: (value, _, context) => within(toText(value).toUpperCase(), context),
  },
  {
    definition: define('capitalize', [], 'The text with the first letter of each word a capital, the rest small.', [
      { expression: '"hi there"|capitalize', expect: 'Hi There' },
      { expression: `"JEAN-LUC o'neill's 3rd"|capitalize`, expect: `Jean-Luc O'neill's 3rd` },
    ]),
    evaluate: (value, _, context) => within(toText(value).replaceAll(words, capitalizeWord), context),
  },
]

function capitalizeWord(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) as number)
  return first.toUpperCase() + word.slice(first.length).toLowerCase()
}

function define(
  name: string,
  aliases: string[],
  help: string,
  examples: FilterDefinition['examples'],
): FilterDefinition {
  return { name, aliases, category: 'text', help, input: 'text', params: [], result: 'text', examples }
}
