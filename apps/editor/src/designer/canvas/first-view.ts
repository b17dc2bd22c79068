const MARGIN = 40
const LEAST_ZOOM = 0.6

/** How a stack is first seen: from its top, in the middle, as large as its width allows; a very wide one from the left. */
export function firstView(width: number, available: number): { x: number; y: number; zoom: number } {
  const room = available - 2 * MARGIN
  const zoom = room <= 0 ? 1 : Math.min(1, Math.max(LEAST_ZOOM, room / width))
  return { x: Math.max(MARGIN / 2, (available - width * zoom) / 2), y: 32, zoom }
}
