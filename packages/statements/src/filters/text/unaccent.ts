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
/** Letters are taken one by one: normalizing a whole text takes the square of its time for a long run of marks. */
const accented = /[\u00c0-\u1fff]/g
const marks = /[\u0300-\u036f]+/g

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
  evaluate: (value, _, context) =>
    within(within(toText(value), context).replaceAll(marks, '').replaceAll(accented, plainLetter), context),
}

function plainLetter(letter: string): string {
  return letters[letter] ?? letter.normalize('NFD').replace(marks, '').normalize('NFC')
}
