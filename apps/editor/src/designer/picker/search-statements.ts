import type { StatementInfo } from '../../definitions/definitions.ts'

/** How well a statement answers a search: its name first, then its other words, then its purpose. 0 is not at all. */
function score(info: StatementInfo, words: readonly string[]): number {
  const label = info.label.toLowerCase()
  const other = `${info.name} ${(info.keywords ?? []).join(' ')}`.toLowerCase()
  const help = info.help.toLowerCase()
  let total = 0
  for (const word of words) {
    if (label.startsWith(word)) total += 8
    else if (label.includes(word)) total += 6
    else if (other.includes(word)) total += 4
    else if (help.includes(word)) total += 1
    else return 0
  }
  return total
}

/** The statements that answer a search, best first; all of them when nothing is searched. */
export function searchStatements(statements: readonly StatementInfo[], search: string): StatementInfo[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...statements]
  return statements
    .map((info) => ({ info, score: score(info, words) }))
    .filter((found) => found.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ info }) => info)
}
