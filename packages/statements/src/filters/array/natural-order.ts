import { compareTexts } from '../../values/equality.ts'

/** A text in parts: runs of digits, and what stands between. */
export function naturalParts(text: string): string[] {
  return text.match(/\d+|\D+/g) ?? []
}

/** Order of texts as people count: "file2" before "file10". */
export function compareNatural(left: readonly string[], right: readonly string[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const order = isDigits(part) && isDigits(other) ? compareDigits(part, other) : compareTexts(part, other)
    if (order !== 0) return order
  }
  return left.length - right.length
}

function isDigits(part: string): boolean {
  const code = part.charCodeAt(0)
  return code >= 48 && code <= 57
}

/** By value, however long: the longer run is the larger once leading zeros are gone. */
function compareDigits(left: string, right: string): number {
  const [first, second] = [left.replace(/^0+/, ''), right.replace(/^0+/, '')]
  return first.length - second.length || compareTexts(first, second)
}
