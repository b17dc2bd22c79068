import { Refusal } from '../refusal.ts'
import { internalRefusal, toRefusal } from '../to-refusal.ts'
import type { Debug, DebugAnswer, DebugCall, DebugOutcome, KeepCall, KeptRun, RunCall, RunRelay } from './debug-call.ts'

/** Lets calls through `relay` take the place of `here`, and answers those of other processes by it. */
export function relayRuns(relay: RunRelay, here: Debug, onError: (error: unknown) => void): Debug {
  relay.receive(async (call) => {
    try {
      return { outcome: await here(call) }
    } catch (error) {
      return { refusal: refusalOf(error, onError) }
    }
  })
  function debug(call: RunCall): Promise<DebugOutcome>
  function debug(call: KeepCall): Promise<KeptRun>
  function debug(call: DebugCall): Promise<DebugOutcome | KeptRun>
  async function debug(call: DebugCall): Promise<DebugOutcome | KeptRun> {
    const answer = await relay.send(call)
    if ('outcome' in answer) return answer.outcome
    const { status, code, message } = answer.refusal
    throw new Refusal(status, code, message)
  }
  return debug
}

function refusalOf(
  error: unknown,
  onError: (error: unknown) => void,
): Extract<DebugAnswer, { refusal: unknown }>['refusal'] {
  const known = toRefusal(error)
  if (known === null) onError(error)
  const { status, code, message } = known ?? internalRefusal()
  return { status, code, message }
}
