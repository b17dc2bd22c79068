import type { StepNode, TraceModel } from './trace-model.ts'

/** One line of the list of steps. */
export interface ShownRow {
  node: StepNode
  folds: boolean
  folded: boolean
  /** Of a loop: the round that is shown, the kept ones in order, and how many there were. */
  rounds: { shown: number; kept: readonly number[]; of: number } | null
}

export interface ShownOptions {
  /** Steps whose inside is hidden. */
  folded: ReadonlySet<number>
  /** The step that is looked at: what is around it is never hidden. */
  at: number
  /** By loop: the round to show, as the index of its step. */
  rounds: ReadonlyMap<number, number>
}

/** The lines to show: of a loop one round at a time, of what is folded nothing inside. */
export function shownRows(model: TraceModel, { folded, at, rounds }: ShownOptions): ShownRow[] {
  const { nodes } = model
  const open = new Set<number>()
  for (let node = nodes[at]; node !== undefined; node = nodes[node.step.parent]) open.add(node.index)
  const rows: ShownRow[] = []
  const add = (index: number): void => {
    const node = nodes[index]
    if (node === undefined) return
    const kept = node.children.filter((child) => nodes[child]?.statement === 'each')
    const isLoop = kept.length > 0
    const isFolded = folded.has(index) && !(open.has(index) && index !== at)
    const shown = kept.find((round) => open.has(round)) ?? rounds.get(index) ?? kept[0] ?? -1
    rows.push({
      node,
      folds: node.children.length > 0,
      folded: isFolded,
      rounds: isLoop ? { shown, kept, of: node.step.rounds } : null,
    })
    if (isFolded) return
    for (const child of node.children) if (!isLoop || child === shown || !kept.includes(child)) add(child)
  }
  for (const root of model.roots) add(root)
  return rows
}
