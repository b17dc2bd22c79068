import type { Place } from '../engine/places.ts'
import type { Box, Layout } from './layout.ts'

/** A place of the canvas where a statement can be put, and where that is. */
export interface Spot {
  place: Place
  x: number
  y: number
}

/** Every place where a statement can be put: on the lines, at the end of each block, and above the first statement. */
export function spotsOf({ boxes, lines }: Pick<Layout, 'boxes' | 'lines'>): Spot[] {
  const known = new Map(boxes.map((box) => [box.key, box]))
  const between = lines.flatMap(({ from, to, place }): Spot[] => {
    const [upper, lower] = [known.get(from), known.get(to)]
    if (upper === undefined || lower === undefined || place === null) return []
    return [{ place, x: middle(lower), y: (Math.min(upper.y + upper.height, lower.y) + lower.y) / 2 }]
  })
  const ends = boxes.flatMap((box): Spot[] =>
    box.place === null ? [] : [{ place: box.place, x: middle(box), y: box.y + box.height / 2 }],
  )
  return [...between, ...ends]
}

/** The place nearest to a point. Null only on a canvas without any. */
export function nearestSpot(spots: readonly Spot[], x: number, y: number): Spot | null {
  const far = (spot: Spot) => (spot.x - x) ** 2 + (spot.y - y) ** 2
  return spots.reduce<Spot | null>((best, spot) => (best === null || far(spot) < far(best) ? spot : best), null)
}

const middle = ({ x, width }: Box): number => x + width / 2
