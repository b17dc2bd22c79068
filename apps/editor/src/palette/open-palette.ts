const EVENT = 'cairn-palette'

/** Opens the command palette from anywhere. */
export const openPalette = (): void => void window.dispatchEvent(new Event(EVENT))

/** Calls back when someone opens the palette; gives the function that stops it. */
export function onOpenPalette(open: () => void): () => void {
  window.addEventListener(EVENT, open)
  return () => window.removeEventListener(EVENT, open)
}
