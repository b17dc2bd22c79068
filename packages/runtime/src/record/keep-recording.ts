import { decode, encode, fingerprint, TooLarge } from './encode.ts'
import type { Lane, Outcome } from './recording.ts'

/** A lane with what tells its calls apart in the place of their arguments. */
export interface KeptLane {
  calls: { call: string; key: string; outcome: Outcome }[]
  /** Left out: it had. */
  ended?: boolean
  beside: KeptLane[]
}

/** A recording as text, with whatever `facts` go with it. */
export interface KeptRecording {
  facts: unknown
  lane: KeptLane
}

/** Puts something else in the place of what may not be kept; the same for arguments and answers. */
export type Hide = (value: unknown) => unknown

/** A recording as JSON text. Throws `TooLarge` past about `room` characters. */
export function keepRecording(facts: unknown, lane: Lane, room: number, hide: Hide): string {
  const kept = { facts: hide(facts), lane: keepLane(lane, hide) }
  return JSON.stringify(encode(kept, room))
}

/** What `keepRecording` wrote. Throws on what it did not write. */
export function readRecording(text: string): KeptRecording {
  return decode(JSON.parse(text) as Parameters<typeof decode>[0]) as KeptRecording
}

function keepLane({ calls, ended, beside }: Lane, hide: Hide): KeptLane {
  return {
    ended,
    calls: calls.map(({ call, args, outcome }) => ({
      call,
      key: fingerprint(args.map(hide)),
      outcome: hideOutcome(outcome, hide),
    })),
    beside: beside.map((one) => keepLane(one, hide)),
  }
}

function hideOutcome(outcome: Outcome, hide: Hide): Outcome {
  if (outcome.kind === 'value') return { kind: 'value', value: hide(outcome.value) }
  return outcome.kind === 'error' ? { kind: 'error', error: hide(outcome.error) } : outcome
}

export { TooLarge }
