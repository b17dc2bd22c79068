/** The name that was probably meant: the nearest one, when it is near enough. */
function nearestName(written: string, names: Iterable<string>): string | null {
  const wanted = written.toLowerCase()
  let best: string | null = null
  let least = Math.min(4, Math.floor(wanted.length / 3) + 1)
  for (const name of names) {
    const steps = distance(wanted, name.toLowerCase(), least)
    if (steps < least) [best, least] = [name, steps]
  }
  return best
}

/** "Did you mean …?", or `otherwise` where nothing is near. */
export function didYouMean(written: string, names: Iterable<string>, otherwise: string): string {
  const name = nearestName(written, names)
  return name === null ? otherwise : `Did you mean "${name}"?`
}

/** Letters to add, drop, change or swap with a neighbour (optimal string alignment); `limit` when it is no fewer. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let steps = Math.min(
        at(rows, row - 1, column) + 1,
        (current[column - 1] ?? 0) + 1,
        at(rows, row - 1, column - 1) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        steps = Math.min(steps, at(rows, row - 2, column - 2) + 1)
      }
      current.push(steps)
    }
    rows.push(current)
  }
  return at(rows, from.length, to.length)
}

function at(rows: readonly number[][], row: number, column: number): number {
  return rows[row]?.[column] ?? 0
}
