import type { OutputOf, runRoutes } from '@cairn/contract'
import type { TraceSink } from '@cairn/runtime'
import type { Value } from '@cairn/statements'
import { shownValue } from './shown-value.ts'

type Step = OutputOf<(typeof runRoutes)['runStack']>['steps'][number]

const MOST_STEPS = 2_000
const MOST_VALUE = 20_000

/** Keeps what a run did, as it was then: values are copied, long ones cut, and steps past the first 2,000 passed over. */
export function createTrace(): { sink: TraceSink; steps: Step[]; cut(): boolean } {
  const steps: Step[] = []
  const running: { step: Step; start: number }[] = []
  let cut = false
  const leave = (address: string): Step | null => {
    // A step that threw past others leaves them open: they end with it.
    while (running.length > 0) {
      const { step, start } = running.pop()!
      step.ms = performance.now() - start
      if (step.address === address) return step
    }
    return null
  }
  const sink: TraceSink = {
    enter(address, statement) {
      const depth = running.length
      const step: Step = { address, statement, depth, ms: 0, args: null, result: null, variables: null, error: null }
      if (steps.length < MOST_STEPS) steps.push(step)
      else cut = true
      running.push({ step, start: performance.now() })
    },
    exit(address, result, args, variables) {
      const step = leave(address)
      if (step === null) return
      step.result = shownValue(result, MOST_VALUE)
      step.args = shownValue(args as Value, MOST_VALUE)
      step.variables = shownValue(variables as Value, MOST_VALUE)
    },
    error(address, error) {
      const step = leave(address)
      if (step !== null) step.error = error instanceof Error ? error.message : String(error)
    },
  }
  return { sink, steps, cut: () => cut }
}
