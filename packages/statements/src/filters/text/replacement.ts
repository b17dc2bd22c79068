const reference = /\\\\|\\(\d{1,2})|\$(\d{1,2})|\$\{(\d{1,2})\}/g

/** What a replacement makes of a match's groups: `$1`, `\1` and `${1}` are group 1, `$0` the whole match. */
export function expandReplacement(replacement: string): (groups: readonly string[]) => string {
  if (!/[$\\]/.test(replacement)) return () => replacement
  const literals: string[] = []
  const numbers: number[] = []
  let from = 0
  let literal = ''
  for (const match of replacement.matchAll(reference)) {
    literal += replacement.slice(from, match.index)
    from = match.index + match[0].length
    const digits = match[1] ?? match[2] ?? match[3]
    if (digits === undefined) {
      literal += '\\'
      continue
    }
    literals.push(literal)
    numbers.push(Number(digits))
    literal = ''
  }
  const end = literal + replacement.slice(from)
  return (groups) => literals.map((part, index) => part + (groups[numbers[index] ?? 0] ?? '')).join('') + end
}
