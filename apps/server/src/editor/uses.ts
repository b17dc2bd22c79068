import { findReferences, type Reference, type ReferenceKind } from '@cairn/language'
import type { BranchText } from '@cairn/workspace'
import { treeOf } from './tree-of.ts'

/** Where texts name a table or a function. Each text is read once, however many objects and branches have it. */
export class Uses {
  readonly #kind: ReferenceKind
  readonly #name: string
  readonly #known = new Map<string, Reference[]>()

  constructor(kind: ReferenceKind, name: string) {
    this.#kind = kind
    this.#name = name
  }

  in(text: string): Reference[] {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const tree = treeOf(text)
    const found = tree === null ? [] : findReferences(tree, this.#kind, this.#name)
    this.#known.set(text, found)
    return found
  }

  /** The branches that have a text which names it, in order. */
  branches(texts: readonly BranchText[]): string[] {
    const found = new Set<string>()
    for (const { text, branches } of texts) {
      if (branches.every((branch) => found.has(branch)) || this.in(text).length === 0) continue
      for (const branch of branches) found.add(branch)
    }
    return [...found].toSorted()
  }
}
