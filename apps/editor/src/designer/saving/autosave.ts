import type { Designer } from '../engine/designer-store.ts'
import type { KeptObject } from './keep.ts'

/** Where the text of a draft stands: with the server, on its way, only here, or beside another's. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  /** `base` is the text that both began with, null where it is not known. */
  | { kind: 'conflict'; base: string | null; theirs: string; edition: number }
  | { kind: 'refused'; message: string }

/** What the server answers to a draft. */
export type SaveAnswer =
  | { kind: 'saved'; edition: number }
  | { kind: 'offline' }
  | { kind: 'conflict'; theirs: string; edition: number }
  | { kind: 'refused'; message: string }

export interface AutosaveOptions {
  designer: Designer
  edition: number
  /** Whether the server lacks the text that the designer starts with. */
  unsent: boolean
  /** The server's text at that edition, null where it is not known. */
  base: string | null
  /** Texts that were sent before and not answered. */
  unanswered: readonly string[]
  /** Sends a draft. Never rejects. */
  send: (text: string, edition: number) => Promise<SaveAnswer>
  /** Keeps the object in this browser. */
  keep: (kept: KeptObject) => void
  onState: (state: SaveState) => void
  /** Calls back after a while; gives the function that calls it off. */
  wait: (milliseconds: number, then: () => void) => () => void
}

export interface Autosave {
  /** Sends what is not sent yet; resolves with the edition the server has then, or null when it could not be sent. */
  flush(): Promise<number | null>
  /** Ends a conflict with the designer's text as it is then: it is saved over the other one, `theirs`. */
  settle(edition: number, theirs: string): void
  /** What the server has made of the draft meanwhile: published or restored. */
  setEdition(edition: number): void
  stop(): void
}

const TYPING_MS = 600
const RETRY_MS = 3_000

/** Saves a draft as it is typed: kept here at once, sent when typing pauses, sent again when the connection is back. */
export function startAutosave(options: AutosaveOptions): Autosave {
  const { designer, send, keep, onState, wait } = options
  let { edition, base } = options
  const unanswered = new Set(options.unanswered)
  let sent = options.unsent ? null : designer.store.getState().document.text
  let running: Promise<void> | null = null
  let blocked = false
  let cancel = () => {}

  const text = () => designer.store.getState().document.text
  const isUnsent = () => text() !== sent
  const keepNow = () => keep({ ...designer.kept(), edition, base, unsent: isUnsent(), unanswered: [...unanswered] })
  const later = (milliseconds: number) => {
    cancel()
    cancel = wait(milliseconds, () => void push())
  }
  const push = async (): Promise<void> => {
    cancel()
    if (running !== null) return running
    if (blocked || !isUnsent()) return
    running = sendNow().finally(() => {
      running = null
    })
    return running
  }
  const sendNow = async () => {
    const sending = text()
    onState({ kind: 'saving' })
    unanswered.add(sending)
    keepNow()
    const answer = await send(sending, edition)
    if (answer.kind === 'saved') return take(sending, answer.edition)
    // An answer that never came, such as before a reload: what the server has is what was sent from here.
    if (answer.kind === 'conflict' && unanswered.has(answer.theirs)) return take(answer.theirs, answer.edition)
    onState(answer.kind === 'conflict' ? { ...answer, base } : answer)
    if (answer.kind === 'offline') later(RETRY_MS)
    else blocked = true
  }
  const take = (taken: string, next: number) => {
    edition = next
    sent = taken
    base = taken
    unanswered.clear()
    keepNow()
    onState({ kind: 'saved' })
    if (isUnsent()) later(TYPING_MS)
  }
  const stopListening = designer.store.subscribe((state, before) => {
    if (state.document === before.document && state.unfinished === before.unfinished) return
    keepNow()
    if (state.document.text === before.document.text) return
    if (!blocked) later(TYPING_MS)
  })
  if (options.unsent) later(0)
  return {
    async flush() {
      await push()
      if (isUnsent() && !blocked) await push()
      return isUnsent() ? null : edition
    },
    settle(next, theirs) {
      edition = next
      base = theirs
      blocked = false
      sent = null
      void push()
    },
    setEdition(next) {
      edition = next
      keepNow()
    },
    stop() {
      cancel()
      stopListening()
      if (isUnsent() && !blocked) void sendNow()
    },
  }
}
