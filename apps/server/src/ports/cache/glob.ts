/** Whether `text` matches a pattern of Redis: `*`, `?`, `[abc]`, `[^a-z]`, `\` before a character taken as it is. */
export function matchesGlob(text: string, pattern: string): boolean {
  const parts = parseGlob(pattern)
  let at = 0
  let part = 0
  // Where to go on after a mismatch: the last star, and the text it has swallowed so far. Never more than one is open.
  let star = -1
  let swallowed = 0
  while (at < text.length) {
    const current = parts[part]
    if (current === 'star') {
      star = part++
      swallowed = at
    } else if (current?.(text.charAt(at))) {
      at++
      part++
    } else if (star >= 0) {
      part = star + 1
      at = ++swallowed
    } else {
      return false
    }
  }
  return parts.slice(part).every((rest) => rest === 'star')
}

type Part = 'star' | ((character: string) => boolean)

function parseGlob(pattern: string): Part[] {
  const parts: Part[] = []
  let index = 0
  while (index < pattern.length) {
    const character = pattern.charAt(index)
    if (character === '[') {
      const { part, next } = parseSet(pattern, index + 1)
      parts.push(part)
      index = next
      continue
    }
    const escaped = character === '\\' && index + 1 < pattern.length
    parts.push(escaped ? literal(pattern.charAt(index + 1)) : single(character))
    index += escaped ? 2 : 1
  }
  return parts
}

function single(character: string): Part {
  if (character === '*') return 'star'
  return character === '?' ? () => true : literal(character)
}

function literal(character: string): Part {
  return (other) => other === character
}

/** The characters between brackets; a set that is not closed ends with the pattern. */
function parseSet(pattern: string, start: number): { part: Part; next: number } {
  const negated = pattern.charAt(start) === '^'
  const ranges: [low: string, high: string][] = []
  let index = negated ? start + 1 : start
  while (index < pattern.length && pattern.charAt(index) !== ']') {
    if (pattern.charAt(index) === '\\' && index + 1 < pattern.length) index++
    const low = pattern.charAt(index)
    const isRange = pattern.charAt(index + 1) === '-' && index + 2 < pattern.length
    const high = isRange ? pattern.charAt(index + 2) : low
    ranges.push(low <= high ? [low, high] : [high, low])
    index += isRange ? 3 : 1
  }
  const within = (character: string) => ranges.some(([low, high]) => low <= character && character <= high)
  return { part: (character) => within(character) !== negated, next: index + 1 }
}
