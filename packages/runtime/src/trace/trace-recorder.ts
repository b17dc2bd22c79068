import { performance } from 'node:perf_hooks'
import type { Value } from '@cairn/statements'
import type { RunnableObject } from '../types.ts'
import { EffectTallies } from './effect-tally.ts'
import { objectName } from './object-name.ts'
import { preview } from './preview.ts'
import { tags, type TraceLog } from './trace-log.ts'
import type {
  EndEffect,
  RecordedEffect,
  SequencePlace,
  TraceEffect,
  TraceHolder,
  TracePosition,
  TraceSequence,
  TraceSink,
  TraceSite,
} from './trace-sink.ts'

/** Rounds of a loop that are kept; of the later ones, the last. */
const MOST_ROUNDS = 100
const MOST_STEPS = 12_000
/** Loops leave room for what comes after them. */
const MOST_IN_LOOPS = 10_000
/** Copied for each log, since to grow costs more than to write. */
const EMPTY: TraceLog = Array.from({ length: 112 }, () => null)

const previewKnown = (value: Value | undefined) => (value === undefined ? undefined : preview(value))

/** A loop that runs. */
interface LoopFrame {
  site: TraceSite
  rounds: number
  /** Where in the log, and after how many steps, the rounds begin that make room for later ones. */
  mark: number
  markedSteps: number
  passed: number
}

/** A stack that runs. */
interface StackFrame {
  object: RunnableObject
  input: Value
  loops: number
}

/**
 * Keeps what a run does. Values are held by reference (the traced build copies before it changes what is held), so that a
 * large one costs nothing; in later rounds of a loop their beginnings are copied, so that the loop can go on changing
 * them in place.
 */
export class TraceRecorder implements TraceSink {
  private readonly log: TraceLog = EMPTY.slice()
  /** How much of the log is written. */
  private end = 0
  private ownTallies: EffectTallies | null = null
  readonly holder: TraceHolder | null
  /** Steps that were not kept. */
  passed = 0
  private origin = 0
  private steps = 0
  /** How many steps there may be by now; none of a stack that began when there was no room. */
  private most = MOST_STEPS
  private readonly loops: LoopFrame[] = []
  private readonly stacks: StackFrame[] = []
  private current: TraceSite | null = null
  /** Rounds of which only the last is kept are running. */
  private late = false
  /** There is no room for what the running step tells. */
  private full = false
  /** Stacks that began when there was no room. */
  private lost = 0

  constructor(holder: TraceHolder | null = null) {
    this.holder = holder
  }

  get tallies(): EffectTallies {
    this.ownTallies ??= new EffectTallies()
    return this.ownTallies
  }

  /** Milliseconds since the first stack began. */
  now(): number {
    return performance.now() - this.origin
  }

  /** How many stacks run, each called by the one before. */
  get depth(): number {
    return this.stacks.length + this.lost
  }

  /** The stack that runs, as traces name it. */
  get place(): { kind: string; name: string } {
    const object = this.stacks.at(-1)?.object
    return object === undefined ? { kind: '', name: '' } : { kind: object.kind, name: objectName(object) }
  }

  /** What the stack that runs was given. */
  get input(): Value {
    return this.stacks.at(-1)?.input ?? {}
  }

  stoodStill(ms: number): void {
    this.origin += ms
  }

  /** What runs beside a stack has no place in the order of its steps. */
  beside(): null {
    return null
  }

  private write(tag: number, subject: unknown, value: unknown): void {
    const { log, end } = this
    log[end] = tag
    log[end + 1] = subject
    log[end + 2] = value
    this.end = end + 3
  }

  /** Where in the trace the run is. */
  position(): TracePosition {
    const { end, steps, passed } = this
    return { end, steps, passed }
  }

  /** The stack that began there starts anew. */
  rewind({ end, steps, passed }: TracePosition): void {
    this.end = end
    this.steps = steps
    this.passed = passed
  }

  /** What was written so far. */
  written(): TraceLog {
    return this.log.slice(0, this.end)
  }

  private findMost(): void {
    this.most = this.lost > 0 ? 0 : this.loops.length === 0 ? MOST_STEPS : MOST_IN_LOOPS
  }

  /** Whether there is room for one more step. */
  private takes(): boolean {
    this.full = this.steps >= this.most
    if (this.full) this.passed++
    else this.steps++
    return !this.full
  }

  enterStack(object: RunnableObject, input: Value, auth: Value): void {
    // What came before the first stack (opening ports, reading a token) is no part of the run.
    const isFirst = this.end === 0
    if (isFirst) this.origin = performance.now()
    if (!this.takes()) return this.lose()
    this.stacks.push({ object, input, loops: this.loops.length })
    this.write(tags.stack, object, isFirst ? 0 : this.now())
    this.write(tags.arg, 'input', this.late ? preview(input) : input)
    if (auth !== null) this.write(tags.arg, 'auth', auth)
  }

  leaveStack(response: Value | undefined, error: unknown): void {
    this.full = false
    if (this.lost > 0) return this.find()
    this.leaveLoops(this.stacks.pop()?.loops ?? 0)
    const kept = this.late && response !== undefined ? preview(response) : response
    this.write(tags.response, kept, null)
    this.write(tags.stackEnd, error, this.now())
  }

  enter(site: TraceSite): void {
    this.current = site
    if (site.repeats) this.enterLoop(site)
    if (!this.takes()) return
    if (site.quick === null) this.write(tags.enter, site, this.now())
    else this.write(tags.quick, site, -1)
  }

  ran(sequence: TraceSequence, values: readonly (Value | undefined)[]): void {
    const steps = this.steps + sequence.leaves.length
    if (steps > this.most) return void (this.passed += sequence.leaves.length)
    this.steps = steps
    this.write(tags.ran, sequence, this.late ? values.map(previewKnown) : values)
  }

  stopped(place: SequencePlace | undefined, values: readonly (Value | undefined)[]): void {
    if (place !== undefined) this.ran({ leaves: place.sequence.leaves.slice(0, place.index + 1) }, values)
  }

  arg<T extends Value | undefined>(name: string, value: T): T {
    if (!this.full) this.write(tags.arg, name, this.late ? preview(value ?? null) : value)
    return value
  }

  set(name: string, value: Value | undefined): void {
    if (!this.full && value !== undefined) this.write(tags.set, name, this.late ? preview(value) : value)
  }

  own(name: string, value: Value | undefined): boolean {
    this.set(name, value)
    return !this.late && !this.full
  }

  leave(site: TraceSite): void {
    this.full = false
    if (this.lost === 0) this.write(tags.leave, site, site.quick === null ? this.now() : -1)
  }

  back(site: TraceSite): void {
    this.full = false
    if (site.repeats) this.endLoop(site)
    if (this.lost === 0) this.write(tags.back, site, site.quick === null ? this.now() : -1)
  }

  private endLoop(site: TraceSite): void {
    const at = this.loops.findLastIndex((loop) => loop.site === site)
    if (at >= 0) this.leaveLoops(at)
  }

  private enterLoop(site: TraceSite): void {
    this.loops.push({ site, rounds: 0, mark: 0, markedSteps: 0, passed: 0 })
    this.findMost()
  }

  /** So many of them go on. */
  private leaveLoops(left: number): void {
    if (this.loops.length === left) return
    this.loops.length = left
    this.late = this.loops.some(({ rounds }) => rounds > MOST_ROUNDS)
    this.findMost()
  }

  private lose(): void {
    this.lost++
    this.findMost()
  }

  private find(): void {
    this.lost--
    this.findMost()
  }

  round(site: TraceSite): void {
    const at = this.loops.findLastIndex((loop) => loop.site === site.loop)
    const loop = this.loops[at]
    if (loop === undefined || this.lost > 0) return
    // Those above it were left by an error or a `continue`.
    this.loops.length = at + 1
    const round = loop.rounds++
    if (round === MOST_ROUNDS) [loop.mark, loop.markedSteps] = [this.end, this.steps]
    if (round > MOST_ROUNDS) this.passOver(loop)
    if (round >= MOST_ROUNDS) this.late = true
    if (!this.takes()) return
    this.write(tags.time, null, this.now())
    this.write(tags.round, site, round)
  }

  /** Forgets the steps of the round before. */
  private passOver(loop: LoopFrame): void {
    const left = this.steps - loop.markedSteps
    loop.passed += left
    this.passed += left
    this.steps = loop.markedSteps
    this.end = loop.mark
    this.write(tags.back, loop.site, -1)
    this.write(tags.passed, null, loop.passed)
  }

  error(address: string, error: unknown): void {
    this.full = false
    if (this.lost > 0) return
    this.write(tags.time, null, this.now())
    this.write(tags.error, address, error)
  }

  effect(kind: TraceEffect['kind'], title: string, details: TraceEffect['details']): EndEffect {
    const start = this.now()
    const effect: RecordedEffect = {
      kind,
      title,
      details,
      rows: null,
      hit: null,
      status: null,
      error: null,
      start,
      ms: 0,
    }
    if (!this.full) this.write(tags.effect, null, effect)
    const [site, object, inLoop] = [this.current, this.stacks.at(-1)?.object, this.loops.length > 0]
    return ({ details: more = [], ...facts }) => {
      Object.assign(effect, facts, { details: [...effect.details, ...more], ms: this.now() - start })
      if (site !== null && object !== undefined) this.tallies.add({ site, object, inLoop }, effect)
    }
  }
}
