import { createStore, type StoreApi } from 'zustand/vanilla'
import { changeBetween } from './change.ts'
import { runCommand, type Command } from './command.ts'
import { readDocument, type StackDocument } from './document.ts'
import { noHistory, redo, remember, undo, type History, type Travelled } from './history.ts'

/** What survives a reload, per object. */
export interface Kept {
  text: string
  history: History
  /** What was typed into fields and can not stand in the text yet, by field: `stack.2/field_value`. */
  unfinished: Readonly<Record<string, string>>
}

export interface DesignerState {
  document: StackDocument
  history: History
  /** Addresses of statements or blocks; the last one has the focus. */
  selection: readonly string[]
  unfinished: Readonly<Record<string, string>>
  folded: ReadonlySet<string>
}

export interface Designer {
  store: StoreApi<DesignerState>
  /** Runs a command. False when its outcome could not be read back; then nothing has changed. */
  run(command: Command, options?: { field?: string }): boolean
  /** What was typed into a field, kept beside the text until it can stand in it; null when it does. */
  keepUnfinished(field: string, typed: string | null): void
  setText(text: string, field?: string): void
  select(selection: readonly string[]): void
  toggleFold(key: string): void
  undo(): void
  redo(): void
  kept(): Kept
}

const start = ({ text, history, unfinished }: Kept): DesignerState => ({
  document: readDocument(text),
  history,
  selection: [],
  unfinished,
  folded: new Set(),
})

/** The engine of the designer for one object: a plain store and what may be done to it. */
export function createDesigner(kept: Pick<Kept, 'text'> & Partial<Kept>): Designer {
  const store = createStore<DesignerState>(() => start({ history: noHistory, unfinished: {}, ...kept }))
  const step = (document: StackDocument, selection: readonly string[], field: string | null) =>
    store.setState((state) => ({
      document,
      selection,
      history: remember(state.history, state.document.text, document.text, {
        selection: [...state.selection],
        field,
      }),
      unfinished: field === null ? settled(state, document) : state.unfinished,
    }))
  const travel = (travelled: Travelled | null) => {
    if (travelled === null) return
    const { text, selection, history } = travelled
    store.setState({ document: readDocument(text), selection, history, unfinished: {} })
  }
  return {
    store,
    run(command, { field } = {}) {
      const outcome = runCommand(store.getState().document, command)
      if (outcome === null) return false
      step(outcome.document, outcome.selection, field ?? null)
      return true
    },
    keepUnfinished(field, typed) {
      const { [field]: _, ...others } = store.getState().unfinished
      store.setState({ unfinished: typed === null ? others : { ...others, [field]: typed } })
    },
    setText(text, field) {
      const { document, selection } = store.getState()
      if (changeBetween(document.text, text) !== null) step(readDocument(text), selection, field ?? null)
    },
    select: (selection) => store.setState({ selection }),
    toggleFold(key) {
      const folded = new Set(store.getState().folded)
      if (!folded.delete(key)) folded.add(key)
      store.setState({ folded })
    },
    undo() {
      const { history, document, selection } = store.getState()
      travel(undo(history, document.text, [...selection]))
    },
    redo() {
      const { history, document, selection } = store.getState()
      travel(redo(history, document.text, [...selection]))
    },
    kept() {
      const { document, history, unfinished } = store.getState()
      return { text: document.text, history, unfinished }
    },
  }
}

/** Addresses move when statements do: what was unfinished stays only while the text keeps its shape. */
function settled(state: DesignerState, document: StackDocument): DesignerState['unfinished'] {
  return Object.keys(state.unfinished).length > 0 && shapeOf(state.document) !== shapeOf(document)
    ? {}
    : state.unfinished
}

const shapeOf = ({ object }: StackDocument): string => {
  const names: string[] = []
  JSON.stringify(object, (key, value: unknown) => {
    if (key === 'name' && typeof value === 'string') names.push(value)
    return value
  })
  return names.join(' ')
}
