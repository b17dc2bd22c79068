import type { InputOf, runRoutes } from '@cairn/contract'
import type { HeldVariables, Program, TraceHolder, TraceRecorder, TraceSite } from '@cairn/runtime'
import { isTruthy, StackError, type Value } from '@cairn/statements'

export type Breakpoint = InputOf<(typeof runRoutes)['runStack']>['breakpoints'][number]
export type ResumeAction = InputOf<(typeof runRoutes)['resumeRun']>['action']

/** Where a run stands still, and its variables there. */
export interface Hold {
  site: TraceSite
  variables: Record<string, Value>
  until: Date
}

/** How a hold ends. */
interface Resume {
  action: ResumeAction
  set: Record<string, Value>
}

/** Where to stop next without a breakpoint: at a statement of a stack at most so deep. */
type Stepping = { depth: number } | null

/** Milliseconds a run may stand still, its transaction and locks with it. */
const LONGEST_HOLD = 5 * 60_000
const SOON = 1_000

export interface SessionOptions {
  recorder: () => TraceRecorder
  program: Program
  breakpoints: readonly Breakpoint[]
  /** Stops before the first statement. */
  stop: boolean
  invocation: () => Parameters<Program['evaluate']>[2]
}

/** Holds one debug run at breakpoints and steps. Never given to a request of the public. */
export class RunSession implements TraceHolder {
  private readonly options: SessionOptions
  private breakpoints: readonly Breakpoint[]
  private addresses: ReadonlySet<string>
  private stepping: Stepping
  private held: ((hold: Hold) => void) | null = null
  private resumed: ((resume: Resume) => void) | null = null

  constructor(options: SessionOptions) {
    this.options = options
    this.breakpoints = options.breakpoints
    this.addresses = addressesOf(options.breakpoints)
    this.stepping = options.stop ? { depth: Number.POSITIVE_INFINITY } : null
  }

  /** The next time that the run stands still. */
  nextHold(): Promise<Hold> {
    return new Promise((resolve) => {
      this.held = resolve
    })
  }

  get isHeld(): boolean {
    return this.resumed !== null
  }

  resume(action: ResumeAction, set: Record<string, Value>, breakpoints: readonly Breakpoint[]): void {
    this.breakpoints = breakpoints
    this.addresses = addressesOf(breakpoints)
    this.resumed?.({ action, set })
  }

  wants(site: TraceSite): boolean {
    return this.stepping !== null || this.addresses.has(site.address)
  }

  async hold(site: TraceSite, variables: HeldVariables): Promise<void> {
    const { depth } = this.options.recorder()
    const present = presentIn(variables)
    const steps = this.stepping !== null && depth <= this.stepping.depth
    if (!steps && !this.breaksAt(site, present)) return
    const until = new Date(Date.now() + LONGEST_HOLD)
    const { action, set } = await this.waitForResume({ site, variables: present, until })
    if (action === 'stop') throw stopped()
    for (const [name, value] of Object.entries(set)) {
      if (variables.write(name, value)) this.options.recorder().set(name, value)
    }
    this.stepping = steppingOf(action, depth)
  }

  private waitForResume(hold: Hold): Promise<Resume> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.resumed?.({ action: 'stop', set: {} }), LONGEST_HOLD)
      timer.unref()
      this.resumed = (resume) => {
        clearTimeout(timer)
        this.resumed = null
        resolve(resume)
      }
      this.held?.(hold)
      this.held = null
    })
  }

  private breaksAt(site: TraceSite, variables: Record<string, Value>): boolean {
    const { kind, name } = this.options.recorder().place
    const at = this.breakpoints.filter(
      (point) => point.address === site.address && point.kind === kind && point.name === name,
    )
    return at.some(({ when }) => when.trim() === '' || this.holds(when, variables))
  }

  /** A condition that cannot be evaluated stops too: nobody would learn of it otherwise. */
  private holds(when: string, variables: Record<string, Value>): boolean {
    const { program, invocation, recorder } = this.options
    const asked = invocation()
    const limits = { ...asked.limits, deadline: SOON }
    try {
      return isTruthy(program.evaluate(when, { variables, input: recorder().input }, { ...asked, limits, trace: null }))
    } catch (error) {
      if (error instanceof StackError) return true
      throw error
    }
  }
}

function steppingOf(action: ResumeAction, depth: number): Stepping {
  if (action === 'into') return { depth: Number.POSITIVE_INFINITY }
  if (action === 'over') return { depth }
  return action === 'out' ? { depth: depth - 1 } : null
}

const addressesOf = (breakpoints: readonly Breakpoint[]): ReadonlySet<string> =>
  new Set(breakpoints.map(({ address }) => address))

function presentIn(variables: HeldVariables): Record<string, Value> {
  const present: Record<string, Value> = {}
  for (const [name, value] of Object.entries(variables.read())) if (value !== undefined) present[name] = value
  return present
}

function stopped(): StackError {
  const error = new StackError('standard', 'debug_stopped', 'The run was stopped in the debugger.')
  error.final = true
  return error
}
