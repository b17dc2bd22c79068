import type { TraceSink } from '@cairn/runtime'
import type { Value } from '@cairn/statements'

/** A statement as it ran: its result as it was, where a screen shows a part. */
export interface RanStatement {
  address: string
  statement: string
  depth: number
  result: Value
  failed: boolean
}

/** Keeps what each statement gave. */
export function collectSteps(): { sink: TraceSink; ran: RanStatement[] } {
  const ran: RanStatement[] = []
  const running: RanStatement[] = []
  /** One that threw past others leaves them open: they end with it. */
  const leave = (address: string): RanStatement | null => {
    for (let step = running.pop(); step !== undefined; step = running.pop()) if (step.address === address) return step
    return null
  }
  const sink: TraceSink = {
    enter(address, statement) {
      const step = { address, statement, depth: running.length, result: null, failed: true }
      ran.push(step)
      running.push(step)
    },
    exit(address, result) {
      const step = leave(address)
      if (step !== null) Object.assign(step, { result: result ?? null, failed: false })
    },
    error: (address) => void leave(address),
  }
  return { sink, ran }
}

/**
 * The steps of the stack itself, without those of what it calls: an address of its own block begins with that of the
 * statement around it, and one of another stack does not.
 */
export function ownSteps<Step extends { depth: number; address: string }>(steps: readonly Step[]): Step[] {
  const open: { depth: number; address: string; own: boolean }[] = []
  return steps.filter((step) => {
    while (open.length > 0 && open.at(-1)!.depth >= step.depth) open.pop()
    const around = open.at(-1)
    const own = around === undefined || (around.own && step.address.startsWith(`${around.address}.`))
    open.push({ depth: step.depth, address: step.address, own })
    return own
  })
}
