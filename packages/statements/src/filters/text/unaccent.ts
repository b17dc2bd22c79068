import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

/** Letters that are no letter with a mark, and what they are written as without it. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
}
const listed = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

export const unaccent: Filter = {
  definition: {
    name: 'unaccent',
    aliases: ['strip_accents'],
    category: 'text',
    help: 'The text with its letters without accents.',
    input: 'text',
    params: [],
    result: 'text',
    examples: [
      { expression: '"Crème brûlée"|unaccent', expect: 'Creme brulee' },
      { expression: '"Straße, Łódź, Ærø"|unaccent', expect: 'Strasse, Lodz, AEro' },
      { expression: '"日本 한국"|unaccent', expect: '日本 한국' },
    ],
  },
  evaluate: (value, _, context) => {
    const plain = within(toText(value), context)
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
    return within(
      plain.replaceAll(listed, (letter) => letters[letter] as string),
      context,
    )
  },
}
