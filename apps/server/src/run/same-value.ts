/** Whether two JSON values are equal: numbers by value, objects without the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameArray(a, b)
  return sameObject(a, b)
}

function sameArray(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
}

function sameObject(a: object, b: object): boolean {
  const entries = Object.entries(a)
  const others = new Map(Object.entries(b))
  return (
    entries.length === others.size &&
    entries.every(([key, item]) => others.has(key) && sameValue(item, others.get(key)))
  )
}
