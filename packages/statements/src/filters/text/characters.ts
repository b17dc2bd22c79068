/** Counting and cutting by characters (code points), so that no emoji is cut in half. */

const surrogate = /[\ud800-\udfff]/

/** How many characters a text has. */
export function countCharacters(text: string): number {
  if (!surrogate.test(text)) return text.length
  let count = 0
  for (let index = 0; index < text.length; index++) {
    if (isPair(text, index)) index++
    count++
  }
  return count
}

/** The part from character `start` up to, without it, character `end`. */
export function cutCharacters(text: string, start: number, end: number): string {
  if (!surrogate.test(text)) return text.slice(start, end)
  const from = unitIndex(text, 0, start)
  return text.slice(from, unitIndex(text, from, end - start))
}

/** Where in the text the character stands that is `count` characters after position `from`. */
function unitIndex(text: string, from: number, count: number): number {
  let index = from
  for (let left = count; left > 0 && index < text.length; left--) index += isPair(text, index) ? 2 : 1
  return index
}

function isPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff
}
