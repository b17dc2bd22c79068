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

/** Whether two trees mean the same and carry the same comments; places and layout do not count. */
export function sameTree(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = meaning(a)
  const right = meaning(b)
  if (left.size !== right.size) return false
  for (const [key, value] of left) if (!right.has(key) || !sameTree(value, right.get(key))) return false
  return true
}

function meaning(node: object): Map<string, unknown> {
  return new Map(Object.entries(node).filter(([key]) => !IGNORED.has(key)))
}
