import type { Contract, OutputOf } from '@cairn/contract'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type TestsAnswer = OutputOf<Contract['runTests']>

interface TestsState {
  /** Of the last run. */
  answer: TestsAnswer | null
  /** The text that was tested. */
  text: string
  /** Whether the stack shows what the tests reach. */
  shown: boolean
}

/** The last run of the tests of an object. */
export interface Tests {
  store: StoreApi<TestsState>
  take: (text: string, answer: TestsAnswer) => void
  setShown: (shown: boolean) => void
}

export function createTests(): Tests {
  const store = createStore<TestsState>(() => ({ answer: null, text: '', shown: true }))
  return {
    store,
    take: (text, answer) => store.setState({ answer, text }),
    setShown: (shown) => store.setState({ shown }),
  }
}
