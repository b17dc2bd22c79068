import { parse, print, sameTree, type Statement } from '@cairn/language'
import { readDocument, type StackDocument } from './document.ts'

/** Changes the tree of an object that is the command's own, and says what is selected after it. */
export type Command = (object: Statement) => string[]

export interface Outcome {
  document: StackDocument
  selection: string[]
}

/**
 * Runs a command on a document, which stays as it is. Null when the document holds no object, or when what the command
 * made would not read back as the same tree: half-typed text that would swallow what stands beside it.
 */
export function runCommand(document: StackDocument, command: Command): Outcome | null {
  const { file } = parse(document.text)
  const object = file.objects.find((candidate) => candidate.kind === 'statement')
  if (object === undefined) return null
  const selection = command(object)
  const text = print(file)
  const changed = readDocument(text)
  if (!sameTree(file, changed.file)) return null
  return { document: changed, selection }
}
