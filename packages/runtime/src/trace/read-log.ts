import type { Value } from '@cairn/statements'
import type { RunnableObject } from '../types.ts'
import type { Preview } from './preview.ts'
import { tags, type TraceLog } from './trace-log.ts'
import type { RecordedEffect, TraceSequence, TraceSite } from './trace-sink.ts'
import type { TraceStep } from './trace-step.ts'

/** The steps that a log tells, in the order in which they began. */
export function readLog(log: TraceLog): TraceStep[] {
  return new LogReader(log).read()
}

/** What is told of the running step, which ends at anything else. */
const ofRunning: ReadonlySet<number> = new Set([tags.arg, tags.set, tags.effect, tags.error, tags.time])

/** Whose value is a time. */
const timed: ReadonlySet<number> = new Set([tags.enter, tags.leave, tags.back, tags.stack, tags.stackEnd, tags.time])

/** A stack has no statement; one for all, since what ran is told apart by its object. */
const wholeStack: TraceSite = { address: '', statement: '', as: null, loop: null, quick: null, repeats: false }

class LogReader {
  private readonly log: TraceLog
  private readonly steps: TraceStep[] = []
  private top: TraceStep | null = null
  private time = 0

  constructor(log: TraceLog) {
    this.log = log
  }

  read(): TraceStep[] {
    for (let at = 0; at < this.log.length; at += 3) {
      this.readEntry(this.log[at] as number, this.log[at + 1], this.log[at + 2])
    }
    return this.steps
  }

  private readEntry(tag: number, subject: unknown, value: unknown): void {
    if (!ofRunning.has(tag)) this.endQuickLeaf()
    if (timed.has(tag) && (value as number) >= 0) this.time = value as number
    const { top } = this
    switch (tag) {
      case tags.enter:
      case tags.quick:
        return this.begin(subject as TraceSite)
      case tags.arg:
        return void top?.args.push([subject as string, (value ?? null) as Value | Preview])
      case tags.set:
        return void top?.variables.push([subject as string, (value ?? null) as Value | Preview])
      case tags.leave:
        return this.end(this.find((step) => step.site === subject))
      case tags.back:
        return this.backTo(this.find((step) => step.site === subject))
      case tags.round:
        return this.beginRound(subject as TraceSite, value as number)
      case tags.stack:
        return this.begin(wholeStack, subject as RunnableObject)
      case tags.response:
        return this.answer(subject as Value | Preview | undefined)
      case tags.stackEnd:
        return this.endStack(subject)
      case tags.error:
        return this.fail(subject as string, value)
      case tags.effect:
        return void top?.effects.push(value as RecordedEffect)
      case tags.ran:
        return this.readSequence(subject as TraceSequence, value as readonly (Value | Preview | undefined)[])
      case tags.passed:
        if (top !== null) top.passed = value as number
    }
  }

  private readSequence({ leaves }: TraceSequence, values: readonly (Value | Preview | undefined)[]): void {
    for (const { site, first, args, sets } of leaves) {
      this.endQuickLeaf()
      this.begin(site)
      const pairs = [...args, ...sets].map((name, index) => [name, values[first + index]] as const)
      const known = pairs.flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as [string, typeof value]],
      )
      const computed = args.filter((_, index) => values[first + index] !== undefined).length
      this.top?.args.push(...known.slice(0, computed))
      this.top?.variables.push(...known.slice(computed))
    }
  }

  private begin(site: TraceSite, object: RunnableObject | null = null, round = 0): void {
    if (object === null) this.endQuickBlocks(site)
    const step: TraceStep = {
      site,
      parent: this.top,
      start: this.time,
      end: -1,
      object,
      round,
      args: [],
      variables: [],
      response: undefined,
      effects: [],
      error: null,
      rounds: 0,
      passed: 0,
    }
    this.steps.push(step)
    this.top = step
  }

  private beginRound(site: TraceSite, round: number): void {
    this.backTo(this.find((step) => step.site === site.loop))
    if (this.top !== null) this.top.rounds = round + 1
    this.begin(site, null, round)
  }

  private stack(): TraceStep | null {
    let step = this.top
    while (step !== null && step.object === null) step = step.parent
    return step
  }

  private answer(response: Value | Preview | undefined): void {
    const stack = this.stack()
    if (stack !== null) stack.response = response
  }

  private endStack(error: unknown): void {
    const stack = this.stack()
    if (stack === null) return
    stack.error = error
    this.end(stack)
  }

  /** A failure outside any statement (of the response) is the stack's. */
  private fail(address: string, error: unknown): void {
    const step = this.find(({ site }) => site.address === address)
    if (step === null) return
    step.error = error
    this.end(step)
  }

  /** A statement without blocks ends where the next thing begins. */
  private endQuickLeaf(): void {
    if (this.top?.site.quick === 'leaf') this.end(this.top)
  }

  /** Neither has a statement with blocks an end of its own there: what lies outside of it ends it. */
  private endQuickBlocks({ address }: TraceSite): void {
    while (this.top?.site.quick === 'block' && !address.startsWith(`${this.top.site.address}.`)) this.end(this.top)
  }

  /** The innermost running step of the current stack. */
  private find(isIt: (step: TraceStep) => boolean): TraceStep | null {
    for (let step = this.top; step !== null; step = step.parent) {
      if (isIt(step)) return step
      if (step.object !== null) return null
    }
    return null
  }

  private backTo(step: TraceStep | null): void {
    if (step === null) return
    while (this.top !== null && this.top !== step) this.close(this.top)
  }

  private end(step: TraceStep | null): void {
    if (step === null) return
    this.backTo(step)
    this.close(step)
  }

  private close(step: TraceStep): void {
    step.end = this.time
    this.top = step.parent
    if (step.parent?.site.quick !== 'block') return
    // It is told of one without a time of its own only what ran within.
    const within = new Set(step.variables.map(([name]) => name))
    step.parent.variables = [...step.parent.variables.filter(([name]) => !within.has(name)), ...step.variables]
  }
}
