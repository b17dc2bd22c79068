import type { Diagnostic } from '../diagnostic.ts'
import { parse } from '../parse/parse-file.ts'
import { print } from './print-statement.ts'
import { sameTree } from './same-tree.ts'

/** Whether a text prints to one that has its tree and comments and that prints to itself. */
export function checkStable(text: string): { stable: boolean; diagnostics: Diagnostic[] } {
  const { file, diagnostics } = parse(text)
  const printed = print(file)
  const again = parse(printed).file
  return { stable: print(again) === printed && sameTree(file, again), diagnostics }
}
