'use client'
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { Catalogue } from '../definitions/catalogue-of.ts'
import type { Designer, DesignerState } from './engine/designer-store.ts'
import type { Debug } from './run/debug-store.ts'
import type { Tests } from './tests/tests-store.ts'
import type { Columns } from './value/known-names.ts'

/** What the designer may know of the workspace around the object. */
export interface Surroundings {
  tables: readonly string[]
  functions: readonly string[]
  addons: readonly string[]
  env: readonly string[]
  /** Columns by table. */
  columns: Columns
}

/** What is open at the right: fields of the selection, the picker for a place, a run, or the tests. */
export type Panel =
  | { kind: 'inspector' }
  | { kind: 'run' }
  | { kind: 'tests' }
  | { kind: 'picker'; block: string; index: number }
  | null

export interface DesignerValue {
  designer: Designer
  catalogue: Catalogue
  surroundings: Surroundings
  panel: Panel
  setPanel: (panel: Panel) => void
  /** Asks how the selected statements become a function; left out where that can not be. */
  extract?: () => void
  /** The last run, and where the next one stops. */
  debug: Debug
  /** The last run of its tests. */
  tests: Tests
}

export const DesignerContext = createContext<DesignerValue | null>(null)

export function useDesigner(): DesignerValue {
  const value = use(DesignerContext)
  if (value === null) throw new Error('This part belongs inside the designer.')
  return value
}

/** A part of the designer's state; the component is drawn again when that part changes. */
export function useDesignerState<Part>(select: (state: DesignerState) => Part): Part {
  return useStore(useDesigner().designer.store, select)
}
