import type { ObjectSource } from '../workspace/gateway.ts'
import { createDesigner, type Designer } from './engine/designer-store.ts'
import type { KeptObject } from './saving/keep.ts'

export interface Started {
  designer: Designer
  edition: number
  unsent: boolean
  /** The server's text at that edition, null where it is not known. */
  base: string | null
  unanswered: string[]
}

/**
 * Starts a designer from the server's text and what this browser kept. What could not be sent comes first; the history
 * of undo goes on where the text is the same.
 */
export function startDesigner(source: ObjectSource, kept: KeptObject | null): Started {
  const text = source.draft ?? source.published ?? ''
  if (kept?.unsent === true) {
    const { edition, base, unanswered } = kept
    return { designer: createDesigner(kept), edition, unsent: true, base, unanswered }
  }
  const same = kept !== null && kept.text === text
  const designer = createDesigner(same ? kept : { text })
  return { designer, edition: source.edition, unsent: false, base: text, unanswered: [] }
}
