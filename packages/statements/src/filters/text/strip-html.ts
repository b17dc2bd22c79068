import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'

export const stripHtml: Filter = {
  definition: {
    name: 'strip_html',
    aliases: ['strip_tags'],
    category: 'text',
    help: 'The text without HTML tags and comments. Entities such as &amp; stay as they are.',
    input: 'text',
    params: [],
    result: 'text',
    examples: [
      { expression: '"<p>Hello <b>you</b></p>"|strip_html', expect: 'Hello you' },
      { expression: '"1 < 2 &amp; 3 > 2"|strip_html', expect: '1 < 2 &amp; 3 > 2' },
      { expression: `"a<img alt='>' src=x>b<!-- <b> -->c"|strip_html`, expect: 'abc' },
      { expression: '"<<b>script>alert(1)</script"|strip_html', expect: 'alert(1)' },
    ],
  },
  evaluate: (value, _, context) => {
    const text = toText(value)
    context.spend(text.length)
    let kept = ''
    let from = 0
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
      const end = endOfTag(text, at)
      if (end > at + 1) {
        kept += text.slice(from, at)
        from = end
      }
      at = end
    }
    return kept + text.slice(from)
  },
}

/** Where the text after the tag at `at` starts; `at + 1` when the `<` is one of the text. An open tag goes to the end. */
function endOfTag(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  const next = text[at + 1]
  if (next === undefined || /\s/.test(next)) return at + 1
  let depth = 1
  let quote = ''
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] as string
    if (quote !== '') quote = character === quote ? '' : quote
    else if ((character === '"' || character === "'") && text[index - 1] === '=') quote = character
    else if (character === '<') depth++
    else if (character === '>' && --depth === 0) return index + 1
  }
  return text.length
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}
