import { StackError, type Value } from '@cairn/statements'
import type { RunnableObject } from '../types.ts'
import { advise } from './advise.ts'
import { ValueHolder, type ValueBudget } from './hold-values.ts'
import type { Preview } from './preview.ts'
import { objectName } from './object-name.ts'
import { readLog } from './read-log.ts'
import type { TraceData, TraceDataEffect, TraceDataStep, TraceValue } from './trace-data.ts'
import type { TraceRecorder } from './trace-recorder.ts'
import type { RecordedEffect, TraceSite } from './trace-sink.ts'
import type { TraceStep } from './trace-step.ts'

/** The answer of the whole run is kept longer than what happened on the way. */
const ANSWER: ValueBudget = { items: 2_000, text: 200_000 }
const ON_THE_WAY: ValueBudget = { items: 100, text: 4_000 }

/** What was recorded, as data of a bounded size. A trace of a run that goes on is what there is so far. */
export function writeTrace(recorder: TraceRecorder): TraceData {
  return new TraceWriter(recorder).write()
}

class TraceWriter {
  private readonly recorder: TraceRecorder
  private readonly values = new ValueHolder()
  private readonly objects: TraceData['objects'] = []
  private readonly objectOf = new Map<RunnableObject, number>()
  private readonly sites: TraceData['sites'] = []
  /** By the stack too: two of them may share what stands for a whole stack. */
  private readonly siteOf = new Map<TraceSite, Map<number, number>>()
  private readonly stepOf = new Map<TraceStep, number>()

  constructor(recorder: TraceRecorder) {
    this.recorder = recorder
  }

  write(): TraceData {
    const { passed } = this.recorder
    const steps = readLog(this.recorder.written())
    const now = this.recorder.now()
    steps.forEach((step, index) => this.stepOf.set(step, index))
    for (const step of steps) if (step.parent === null && step.object !== null) this.values.hold(step.response, ANSWER)
    const written = steps.map((step) => this.step(step, now))
    const advice = advise(this.recorder.tallies.all).map(({ object, ...found }) => ({
      ...found,
      object: this.object(object),
    }))
    const ms = steps.reduce(
      (last, { end, parent }) => (parent === null ? Math.max(last, end < 0 ? now : end) : last),
      0,
    )
    return { objects: this.objects, sites: this.sites, steps: written, values: this.values.held, advice, ms, passed }
  }

  private object(object: RunnableObject | null): number {
    if (object === null) return -1
    const known = this.objectOf.get(object)
    if (known !== undefined) return known
    const made = this.objects.push({ kind: object.kind, name: objectName(object) }) - 1
    this.objectOf.set(object, made)
    return made
  }

  private site({ site, object, parent }: TraceStep): number {
    let stack = parent
    while (stack !== null && stack.object === null) stack = stack.parent
    const within = this.object(object ?? stack?.object ?? null)
    const byObject = this.siteOf.get(site) ?? new Map<number, number>()
    this.siteOf.set(site, byObject)
    const known = byObject.get(within)
    if (known !== undefined) return known
    const { address, statement, as } = site
    const made = this.sites.push({ object: within, address, statement, as }) - 1
    byObject.set(within, made)
    return made
  }

  private step(step: TraceStep, now: number): TraceDataStep {
    return {
      site: this.site(step),
      parent: step.parent === null ? -1 : (this.stepOf.get(step.parent) ?? -1),
      round: step.round,
      start: rounded(step.start),
      ms: rounded((step.end < 0 ? now : step.end) - step.start),
      args: this.pairs(step.args),
      variables: this.pairs(step.variables),
      response: step.response === undefined ? null : this.values.hold(step.response, ON_THE_WAY),
      effects: step.effects.map((effect) => this.effect(effect)),
      error: step.error === null ? null : errorOf(step.error),
      rounds: step.rounds,
      passed: step.passed,
    }
  }

  private effect({ details, start, ms, ...facts }: RecordedEffect): TraceDataEffect {
    const shown = details.map(([name, value]) => [name, this.values.hold(value, ON_THE_WAY)] as [string, TraceValue])
    return { ...facts, start: rounded(start), ms: rounded(ms), details: shown }
  }

  private pairs(pairs: readonly [string, Value | Preview][]): [string, TraceValue][] {
    return pairs.map(([name, value]) => [name, this.values.hold(value, ON_THE_WAY)])
  }
}

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000

function errorOf(error: unknown): TraceDataStep['error'] {
  if (error instanceof StackError) return { code: error.code, message: error.message, hint: error.hint }
  return { code: 'ERROR_FATAL', message: error instanceof Error ? error.message : String(error), hint: null }
}
