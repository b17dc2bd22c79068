import { useStore } from 'zustand'
import { useDesigner } from '../designer-context.tsx'
import type { DebugState } from './debug-store.ts'

/** A part of the debugger's state; the component is drawn again when that part changes. */
export function useDebug<Part>(select: (state: DebugState) => Part): Part {
  return useStore(useDesigner().debug.store, select)
}
