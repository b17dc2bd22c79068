import { nextStop, stepBack, stepInto, stepOut, stepOver } from './engine/moves.ts'
import type { TraceModel } from './engine/trace-model.ts'

type Move = (model: TraceModel, at: number, stops: ReadonlySet<string>) => number

/** Keys of a trace, as `keysOf` writes them. Letters work inside the viewer, the function keys anywhere on the page. */
export const traceMoves: Readonly<Record<string, Move>> = {
  N: stepOver,
  F10: stepOver,
  I: stepInto,
  F11: stepInto,
  ArrowDown: stepInto,
  O: stepOut,
  'Shift+F11': stepOut,
  B: stepBack,
  'Shift+F10': stepBack,
  ArrowUp: stepBack,
  C: nextStop,
  F8: nextStop,
  Home: () => 0,
  End: ({ nodes }) => nodes.length - 1,
}

/** Those that work while the focus is elsewhere. */
export const pageMoves: ReadonlySet<string> = new Set(['F8', 'F10', 'Shift+F10', 'F11', 'Shift+F11'])
