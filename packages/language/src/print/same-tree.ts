/** What is layout or place, not meaning. */
const IGNORED: ReadonlySet<string> = new Set([
  'start',
  'end',
  'nameSpan',
  'typeSpan',
  'multiline',
  'ownLine',
  'raw',
  'blankBefore',
  'detached',
])

/** Whether a part of a node is its layout or place, not its meaning. */
export const isLayout = (part: string): boolean => IGNORED.has(part)

/** Whether two trees mean the same and carry the same comments; places and layout do not count. */
export function sameTree(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameList(a, b)
  return sameNode(a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>)
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => sameTree(item, b[index]))
}

// Without collections of its own: an editor compares a whole object at each keystroke.
function sameNode(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let parts = 0
  for (const key of Object.keys(a)) {
    if (IGNORED.has(key)) continue
    if (!Object.hasOwn(b, key) || !sameTree(a[key], b[key])) return false
    parts += 1
  }
  for (const key of Object.keys(b)) if (!IGNORED.has(key)) parts -= 1
  return parts === 0
}
