import type { Contract, OutputOf } from '@cairn/contract'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { failedStep, readTrace, type TraceModel } from '../../trace/engine/trace-model.ts'

export type RunAnswer = OutputOf<Contract['runStack']>

type TokenClaims = OutputOf<Contract['decodeToken']>

/** The token a run bears, and how it came here. In memory alone: it is written nowhere. */
export interface RunToken {
  token: string
  claims: TokenClaims
  from: 'row' | 'login' | 'pasted'
}

export interface DebugState {
  answer: RunAnswer | null
  /** Of the answer's trace. */
  model: TraceModel | null
  /** The step that is looked at. */
  at: number
  /** Whether the trace is shown below the stack. */
  open: boolean
  /** By address, the condition; empty: always. */
  breakpoints: Readonly<Record<string, string>>
  watches: readonly string[]
  token: RunToken | null
}

/** The last run of an object, the place that is looked at in it, and where the next one stops. */
export interface Debug {
  store: StoreApi<DebugState>
  /** A run ended, or stands still. */
  take: (answer: RunAnswer) => void
  moveTo: (at: number) => void
  setOpen: (open: boolean) => void
  toggleBreakpoint: (address: string) => void
  setCondition: (address: string, when: string) => void
  setWatches: (watches: readonly string[]) => void
  setToken: (token: RunToken | null) => void
}

/** What is kept in this browser between visits. */
interface Kept {
  breakpoints: Record<string, string>
  watches: string[]
}

/** `kept` of an earlier visit; `keep` is told of each change of it. */
export function createDebug({ breakpoints: kept, watches }: Kept, keep: (kept: Kept) => void): Debug {
  const store = createStore<DebugState>(() => ({
    answer: null,
    model: null,
    at: 0,
    open: false,
    token: null,
    breakpoints: kept,
    watches,
  }))
  const change = (next: Partial<Kept>) => {
    store.setState(next)
    const { breakpoints, watches: watched } = store.getState()
    keep({ breakpoints: { ...breakpoints }, watches: [...watched] })
  }
  return {
    store,
    take(answer) {
      const model = answer.trace === null ? null : readTrace(answer.trace)
      store.setState({ answer, model, at: firstLook(answer, model), open: model !== null && model.nodes.length > 0 })
    },
    moveTo: (at) => store.setState({ at }),
    setOpen: (open) => store.setState({ open }),
    toggleBreakpoint(address) {
      const { [address]: known, ...others } = store.getState().breakpoints
      change({ breakpoints: known === undefined ? { ...others, [address]: '' } : others })
    },
    setCondition: (address, when) => change({ breakpoints: { ...store.getState().breakpoints, [address]: when } }),
    setWatches: (next) => change({ watches: [...next] }),
    setToken: (token) => store.setState({ token }),
  }
}

/** Where a run stands still, else what made it fail, else its end. */
function firstLook({ held }: RunAnswer, model: TraceModel | null): number {
  if (model === null) return 0
  return held?.step ?? failedStep(model)?.index ?? model.nodes.length - 1
}
