import { argument, fallback } from '../../define/filter-parameter.ts'
import type { Filter, FilterDefinition } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'

const whitespace = ' \n\r\t\v\0'
const params = [
  fallback('mask', 'text', whitespace, 'The characters to remove, ranges as in "a..z"; white space when left out.'),
]
/** A wider range, and one this far into a mask, is taken as it is written. */
const widestRange = 0x300
const longestRanged = 1000

export const trim: readonly Filter[] = [
  filter('trim', true, true, 'Removes white space, or these characters, from both ends.', [
    { expression: '"  hi  "|trim', expect: 'hi' },
    { expression: '"--hi-"|trim:"-"', expect: 'hi' },
    { expression: '"42abc7"|trim:"0..9"', expect: 'abc' },
    { expression: 'null|trim', expect: '' },
  ]),
  filter('ltrim', true, false, 'Removes white space, or these characters, from the start.', [
    { expression: '"  hi "|ltrim', expect: 'hi ' },
    { expression: '"007"|ltrim:"0"', expect: '7' },
  ]),
  filter('rtrim', false, true, 'Removes white space, or these characters, from the end.', [
    { expression: '" hi  "|rtrim', expect: ' hi' },
    { expression: '"a/b//"|rtrim:"/"', expect: 'a/b' },
  ]),
]

function filter(
  name: string,
  start: boolean,
  end: boolean,
  help: string,
  examples: FilterDefinition['examples'],
): Filter {
  return {
    definition: { name, category: 'text', help, input: 'text', params, result: 'text', examples },
    evaluate: (value, [mask]) => {
      const text = toText(value)
      const removed = maskOf(toText(argument(mask, whitespace)) || whitespace)
      const from = start ? firstKept(text, removed) : 0
      return text.slice(from, end ? afterLastKept(text, removed, from) : text.length)
    },
  }
}

function firstKept(text: string, removed: ReadonlySet<string>): number {
  let index = 0
  for (const character of text) {
    if (!removed.has(character)) return index
    index += character.length
  }
  return index
}

function afterLastKept(text: string, removed: ReadonlySet<string>, from: number): number {
  let end = text.length
  while (end > from) {
    const width = (text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1
    if (!removed.has(text.slice(end - width, end))) return end
    end -= width
  }
  return end
}

/** The characters of a mask, `a..z` spelled out. */
function maskOf(mask: string): ReadonlySet<string> {
  const characters = Array.from(mask)
  const removed = new Set<string>()
  for (let index = 0; index < characters.length; index++) {
    const first = characters[index] as string
    removed.add(first)
    if (index > longestRanged || characters[index + 1] !== '.' || characters[index + 2] !== '.') continue
    const last = characters[index + 3]
    if (last === undefined || !isRange(codeOf(first), codeOf(last))) continue
    for (let code = codeOf(first); code <= codeOf(last); code++) removed.add(String.fromCodePoint(code))
    index += 3
  }
  return removed
}

function isRange(first: number, last: number): boolean {
  return first <= last && last - first <= widestRange
}

function codeOf(character: string): number {
  return character.codePointAt(0) as number
}
