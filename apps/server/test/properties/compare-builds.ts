import {
  keepRecording,
  Preview,
  readRecording,
  readSteps,
  RecordingPorts,
  Replayer,
  ReplayingPorts,
  TraceRecorder,
  type TraceSink,
  type TraceStep,
  type Unrecorded,
} from '@cairn/runtime'
import { StackError, type Ports, type Value } from '@cairn/statements'
import { shownValue } from '../../src/editor/handlers/shown-value.ts'

/** Something that runs in the fast build, or in the traced one where somebody watches. */
export type Subject = (ports: Ports, trace: TraceSink | null) => Promise<Value>

/** What holds of a subject; `differences` say what does not. */
export interface Verdict {
  /** The traced build gives the answer or error of the fast one. */
  tracedAsFast: boolean
  /** The recordings of both, replayed in the traced build, give that answer and the trace of the run that was watched. */
  replaysAsTraced: boolean
  differences: string[]
}

interface Ran {
  /** The value as JSON, or the error with all that a caller sees of it. */
  outcome: string
  /** A line a step. */
  trace: string[]
}

interface Recorded extends Ran {
  /** The recording; null when there was too much to record. */
  text: string | null
}

const room = 1e8
const timeOver = 'fails: its time was over'
const mostShown = 2_000

/**
 * Runs a subject in both builds and replays what was recorded of each. `world` makes ports that are the same each time,
 * but for what PostgreSQL's own clock says: two runs that reach it are compared without it.
 */
export async function compareBuilds(subject: Subject, world: () => Promise<Ports>): Promise<Verdict> {
  const began = Date.now()
  const fast = await record(subject, await world(), null)
  const traced = await record(subject, await world(), new TraceRecorder())
  const timeless = (line: string) => withoutTimes(line, began, Date.now())
  const differences = difference('traced', [traced.outcome].map(timeless), [fast.outcome].map(timeless))
  const tracedAsFast = differences.length === 0
  const replayed = await Promise.all(
    [fast, traced].map(async ({ text, outcome: wanted }, index) => {
      const what = `the replay of the ${index === 0 ? 'fast' : 'traced'} run`
      if (text === null) return [`${what}: there was too much to record`]
      const { outcome, trace, unrecorded } = await replay(subject, text, (await world()).env)
      // How far a run comes before its time is over is not the same each time.
      if (wanted === timeOver) return difference(what, [outcome], [wanted])
      const own = index === 0 ? timeless : (line: string) => line
      return [
        ...unrecorded.map(({ call }) => `${what} asks for a ${call} that was not recorded`),
        ...difference(what, [outcome, ...trace.map(own)], [wanted, ...traced.trace.map(own)]),
      ]
    }),
  )
  const replays = replayed.flat()
  return { tracedAsFast, replaysAsTraced: replays.length === 0, differences: [...differences, ...replays] }
}

/** Epoch milliseconds of the time between two. */
const withoutTimes = (line: string, from: number, to: number): string =>
  line.replaceAll(/\b\d{13}\b/g, (digits) => (Number(digits) >= from && Number(digits) <= to ? 'then' : digits))

async function record(subject: Subject, ports: Ports, trace: TraceRecorder | null): Promise<Recorded> {
  const recording = new RecordingPorts(ports)
  const outcome = await outcomeOf(() => subject(recording, trace))
  const { lane } = recording
  const text = lane === null ? null : keepRecording(null, lane, room, (value) => value)
  return { outcome, trace: trace === null ? [] : readSteps(trace).map(lineOf), text }
}

async function replay(
  subject: Subject,
  text: string,
  env: Ports['env'],
): Promise<Ran & { unrecorded: readonly Unrecorded[] }> {
  const unrecorded: Unrecorded[] = []
  const trace = new TraceRecorder()
  const replayer = new Replayer(readRecording(text).lane, (one) => unrecorded.push(one))
  const ports = new ReplayingPorts(replayer, { env, log: { debug: () => undefined } })
  const outcome = await outcomeOf(() => subject(ports, trace))
  return { outcome, trace: readSteps(trace).map(lineOf), unrecorded }
}

async function outcomeOf(run: () => Promise<Value>): Promise<string> {
  try {
    return `answers ${JSON.stringify((await run()) ?? null)}`
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    const { code, reason, message, payload, at, hint } = error
    if (reason === 'deadline_exceeded') return timeOver
    return `fails ${JSON.stringify([code, reason, message, payload, at, hint])}`
  }
}

/** All that a step tells but how long it took and what it sent: a replay reaches nothing. */
function lineOf({ site, object, round, rounds, passed, args, variables, response, error }: TraceStep): string {
  const told = (pairs: TraceStep['args']) => pairs.map(([name, value]) => [name, plain(value)])
  const place = object === null ? `${site.address} ${site.statement}` : `${object.kind} ${object.name}`
  const failure = error === null ? '' : error instanceof Error ? error.message : 'no error'
  const values = [told(args), told(variables), plain(response)]
  return [place, round, rounds, passed, JSON.stringify(values), failure].join(' ')
}

function plain(value: Value | Preview | undefined): unknown {
  if (!(value instanceof Preview)) return shownValue(value, mostShown)
  return { keys: value.keys, items: value.items.map(plain), of: value.of }
}

/** The first line that is another one, if any is. */
function difference(what: string, got: readonly string[], wanted: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(got.length, wanted.length) }).findIndex(
    (_, line) => got[line] !== wanted[line],
  )
  if (at < 0) return []
  const shown = (line: string | undefined) => (line ?? 'nothing more').slice(0, 600)
  return [`${what}, line ${at}: got ${shown(got[at])}, wanted ${shown(wanted[at])}`]
}
