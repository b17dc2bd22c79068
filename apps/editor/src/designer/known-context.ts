'use client'
import { createContext, use } from 'react'
import type { LastRun } from './value/last-run.ts'

/** What fields may ask about the object that is open. */
export interface KnownValue {
  workspace: number
  object: number
  /** The text as it was when typing last paused; what the server is asked about. */
  settled: string
  run: LastRun | null
}

export const KnownContext = createContext<KnownValue | null>(null)

/** Null where nothing can be asked: of a table there are no types of values. */
export const useKnown = (): KnownValue | null => use(KnownContext)
