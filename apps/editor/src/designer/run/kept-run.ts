import type { Input } from './input-text.ts'

/** What this browser keeps of the runs of an object. Never a token, and nothing that is secret. */
export interface KeptRun {
  input: Input | null
  headers: [string, string][]
  datasource: string
  breakpoints: Record<string, string>
  watches: string[]
}

const NOTHING: KeptRun = { input: null, headers: [], datasource: 'live', breakpoints: {}, watches: [] }

const keyOf = (workspace: number, object: number): string => `cairn-run/${workspace}/${object}`

export function readKeptRun(workspace: number, object: number): KeptRun {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(workspace, object)) ?? 'null')
    return typeof kept === 'object' && kept !== null ? { ...NOTHING, ...kept } : NOTHING
  } catch {
    return NOTHING
  }
}

/** A browser that keeps nothing changes nothing else. */
export function keepRun(workspace: number, object: number, changed: Partial<KeptRun>): void {
  try {
    const kept = { ...readKeptRun(workspace, object), ...changed }
    localStorage.setItem(keyOf(workspace, object), JSON.stringify(kept))
  } catch {
    // The run itself goes on.
  }
}
