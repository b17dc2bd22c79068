import type { WorkspaceFile } from '../types.ts'

/** What an object needs to be put back into its file. */
export interface PlacedText {
  id: number
  path: string
  position: number
  separator: string
  text: string
}

export interface AssembledFiles {
  files: WorkspaceFile[]
  /** Object id → where its text stands. */
  ranges: Map<number, { path: string; start: number; end: number }>
}

/** Files from objects: every object in the file it came from, in the order it stood there. */
export const assembleFiles = (objects: PlacedText[]): AssembledFiles => {
  const texts = new Map<string, string>()
  const ranges: AssembledFiles['ranges'] = new Map()
  for (const object of objects.toSorted(byPlace)) {
    const before = texts.get(object.path)
    const lead = before === undefined ? '' : joint(before, object.separator)
    const start = (before ?? '').length + lead.length
    texts.set(object.path, (before ?? '') + lead + object.text)
    ranges.set(object.id, { path: object.path, start, end: start + object.text.length })
  }
  return { files: [...texts].map(([path, text]) => ({ path, text })), ranges }
}

const byPlace = (a: PlacedText, b: PlacedText): number =>
  (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.position - b.position || a.id - b.id

/** A separator needs a line of its own, also when the object above it was edited or came from elsewhere. */
const joint = (before: string, separator: string): string =>
  (before === '' || before.endsWith('\n') ? '' : '\n') + (separator === '' ? '---\n' : separator)
