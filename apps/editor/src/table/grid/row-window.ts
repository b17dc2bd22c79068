import { createStore, type StoreApi } from 'zustand/vanilla'
import { keyOf, type Cell, type Key, type Row } from './rows.ts'

/** What is asked of the server: rows behind one that is known, less those to be skipped. */
export interface BlockAsk {
  after: { id: Key; value: Cell } | null
  skip: number
  perPage: number
  count: boolean
}

export interface RowWindowState {
  /** How many rows there are; null until the first answer. */
  total: number | null
  blocks: ReadonlyMap<number, readonly Row[]>
  error: Error | null
}

export interface RowWindowOptions {
  /** The column that rows are sorted by; null for the id. */
  sortedBy: string | null
  fetch: (ask: BlockAsk) => Promise<{ rows: Row[]; total: number | null }>
}

/** The rows of a table around what is looked at, asked for in blocks as one scrolls. */
export interface RowWindow {
  store: StoreApi<RowWindowState>
  /** Asks for what is missing of these rows (from 0, both included). */
  show(first: number, last: number): void
  /** Asks for what is missing of these rows, too: they are selected, or pasted over. */
  need(first: number, last: number): void
  row(index: number): Row | undefined
  /** Puts a row that was changed in the place of the one with its key. */
  replace(row: Row): void
  /** Asks again for what is shown, its old rows standing until the answer; what is far away is forgotten. */
  refresh(): void
}

/** How many rows are asked for at once. */
export const BLOCK = 200
/** Blocks that are kept around those shown. */
const NEAR = 20

export function createRowWindow({ sortedBy, fetch }: RowWindowOptions): RowWindow {
  const store = createStore<RowWindowState>(() => ({ total: null, blocks: new Map(), error: null }))
  /** Blocks of this round that were answered or are asked for; a refresh begins another. */
  let round = { number: 0, answered: new Set<number>(), asked: new Set<number>() }
  let shown = { first: 0, last: 0 }

  const load = async (block: number) => {
    const { number, asked, answered } = round
    if (asked.has(block)) return
    asked.add(block)
    try {
      const { rows, total } = await fetch(askFor(block))
      if (round.number !== number) return
      answered.add(block)
      store.setState((state) => {
        const blocks = new Map([...state.blocks].filter(([at]) => isNear(at)))
        return { total: total ?? state.total, blocks: blocks.set(block, rows), error: null }
      })
    } catch (error) {
      if (round.number !== number) return
      asked.delete(block)
      store.setState({ error: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  const isNear = (block: number): boolean => {
    const [from, to] = [shown.first / BLOCK - NEAR, shown.last / BLOCK + NEAR]
    return block >= from && block <= to
  }
  /** Behind the nearest full block before it; from the beginning where there is none. */
  const askFor = (block: number): BlockAsk => {
    const { blocks } = store.getState()
    const count = store.getState().total === null || (!round.answered.has(0) && block === 0)
    for (let before = block - 1; before >= 0; before -= 1) {
      const last = round.answered.has(before) ? blocks.get(before)?.[BLOCK - 1] : undefined
      const id = keyOf(last)
      if (last === undefined || id === null) continue
      const after = { id, value: sortedBy === null ? id : (last[sortedBy] ?? null) }
      return { after, skip: (block - before - 1) * BLOCK, perPage: BLOCK, count }
    }
    return { after: null, skip: block * BLOCK, perPage: BLOCK, count }
  }
  const blocksOf = ({ first, last }: typeof shown): number[] => {
    const [from, to] = [Math.floor(first / BLOCK), Math.floor(last / BLOCK)]
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  }
  const need = (first: number, last: number) => {
    for (const block of blocksOf({ first, last })) {
      // Forgotten meanwhile: it is asked for again.
      if (round.answered.has(block) && !store.getState().blocks.has(block)) {
        round.asked.delete(block)
        round.answered.delete(block)
      }
      void load(block)
    }
  }
  const show = (first: number, last: number) => {
    shown = { first, last }
    need(first, last)
  }
  return {
    store,
    show,
    need,
    row: (index) => store.getState().blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK],
    replace(row) {
      const id = keyOf(row)
      store.setState(({ blocks }) => ({
        blocks: new Map(
          [...blocks].map(([at, rows]) => [at, rows.map((other) => (keyOf(other) === id ? row : other))] as const),
        ),
      }))
    },
    refresh() {
      round = { number: round.number + 1, answered: new Set(), asked: new Set() }
      const kept = new Set(blocksOf(shown))
      store.setState(({ blocks }) => ({ blocks: new Map([...blocks].filter(([at]) => kept.has(at))), error: null }))
      show(shown.first, shown.last)
      // The first block tells how many there are.
      if (!kept.has(0)) void load(0)
    },
  }
}
