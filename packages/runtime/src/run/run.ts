import {
  StackError,
  type DatabasePort,
  type FilterContext,
  type Paced,
  type Ports,
  type RunContext,
  type RunScope,
  type TransactionIsolation,
  type Value,
} from '@cairn/statements'
import type { HeldVariables, TracePosition, TraceSite } from '../trace/trace-sink.ts'
import type { Invocation } from '../types.ts'
import { TriggeringDatabase } from '../trigger/triggering-database.ts'
import { isLaned } from '../record/beside.ts'
import { BackgroundCalls, portsBeside, requestBeside, timeoutOf } from './background-calls.ts'
import { Exhausted } from './exhausted.ts'
import { checkFailure } from './check-failure.ts'
import { arrayTooLong } from './operations.ts'
import type { StackPlaces } from './stack-places.ts'
import { systemValue } from './system-values.ts'
import { turn } from './turn.ts'

/** Milliseconds a run may hold the event loop before others get their turn. */
const slice = 10
/** Loop rounds before the first look at the clock; rounds that are quick get more, slow ones fewer. */
export const firstFuel = 1
const mostFuel = 5000
/** Elements and characters that filters handle between two looks. */
const stepsPerLook = 100_000

/** Runs of a stack that wait for their turn after one that held up others. */
export const waitsAfter = 32

/** Calls between two looks at the clock. */
const callsPerLook = 200

/** A stack whose runs can be long without a pause: while `holdsUp` is above 0, each waits for its turn. */
export interface Holder {
  holdsUp: number
}

/** How a run reaches the rest of its program. */
export interface ProgramAccess {
  /** Makes the database of a run set off the triggers of its tables. */
  watch(run: Run): void
  call(name: string, input: Value, run: Run): Value | Promise<Value>
  /** As `call`, of a function that only computes; throws `Exhausted` when its time slice is used up. */
  callSync(name: string, input: Value, run: Run): Value
  evaluateExpression(text: string, scope: { this: Value; index: Value; parent: Value }, run: Run): Value
  callEndpoint(call: EndpointCall, run: Run): Value | Promise<Value>
  callObject(kind: CalledKind, name: string, input: Value, run: Run): Value | Promise<Value>
}

/** Kinds of objects that a test or tool runs by name. */
export type CalledKind = 'addon' | 'middleware' | 'task' | 'tool' | 'table_trigger'

/** An endpoint as a test names it. */
export interface EndpointCall {
  path: Value
  verb: Value
  group: Value
  input: Value
  headers: Value
}

/** One running request: its budgets, ports and place. Shared by all stacks it calls. */
export class Run implements RunScope, FilterContext {
  readonly invocation: Invocation
  readonly program: ProgramAccess
  readonly maxText: number
  readonly maxArray: number
  end: number
  depth = 0
  /** Made with the first; those that it starts share it. */
  private background: BackgroundCalls | null = null
  /** The database outside the transaction that is open, if one is. */
  private outside: DatabasePort | null = null
  /** The stack that answers: it is told when it holds up others. */
  holder: Holder | null = null
  /** Whether a synchronous build may be given up and run again in the asynchronous one. */
  restartable = false
  /** A filter has outlasted the time slice: the next statement of an asynchronous build waits for its turn. */
  due = false
  private sliceEnd: number
  private lastLook: number
  private fuel = firstFuel
  private steps = 0
  /** How many `expect.to_throw` are around what runs. */
  private failuresWanted = 0
  private calls = callsPerLook
  private ownContext: RunContext | null = null

  constructor(invocation: Invocation, program: ProgramAccess) {
    this.invocation = invocation
    this.program = program
    this.maxText = invocation.limits.maxText
    this.maxArray = invocation.limits.maxArray
    const now = invocation.start ?? performance.now()
    this.end = now + invocation.limits.deadline
    this.sliceEnd = now + slice
    this.lastLook = now
    program.watch(this)
  }

  /** The invocation's own: a transaction or another datasource replaces its database. */
  get ports(): Ports {
    return this.invocation.ports
  }

  /** Where its ports are, for `rewind`. */
  position(): number {
    return isLaned(this.ports) ? this.ports.position() : 0
  }

  /** What ran since then is run again from the beginning. */
  rewind(position: number, traced: TracePosition | undefined): void {
    if (isLaned(this.ports)) this.ports.rewind(position)
    if (traced !== undefined) this.invocation.trace?.rewind(traced)
  }

  /** What effects are given; `at` names the running statement for their messages. */
  at(address: string): RunContext {
    this.ownContext ??= new EffectContext(this)
    this.ownContext.at = address
    return this.ownContext
  }

  /** Whether the time slice is used up. */
  overran(): boolean {
    return performance.now() > this.sliceEnd
  }

  /** Looks at the clock inside synchronous code. */
  refuel(): number {
    const now = performance.now()
    this.checkDeadline(now)
    if (this.restartable && now > this.sliceEnd) throw new Exhausted()
    return this.nextFuel(now)
  }

  /** Looks at the clock and lets others run when the slice is used up. */
  async pause(): Promise<number> {
    const now = performance.now()
    this.checkDeadline(now)
    const fuel = this.nextFuel(now)
    if (now > this.sliceEnd) {
      await this.nextTurn()
      this.checkSignal()
    }
    return fuel
  }

  /** Does work that says itself where it can be left for a while. */
  async inSteps(work: Paced<Value>): Promise<Value> {
    let step = work.next(0)
    while (step.done !== true) step = work.next(await this.pause())
    return step.value
  }

  /** Lets others run; the time slice begins anew. */
  async nextTurn(): Promise<void> {
    this.due = false
    await turn()
    this.lastLook = performance.now()
    this.sliceEnd = this.lastLook + slice
  }

  /** Rounds until the next look, by how long the last ones took. */
  private nextFuel(now: number): number {
    const took = now - this.lastLook
    this.lastLook = now
    if (took < slice / 10) this.fuel = Math.min(mostFuel, this.fuel * 4)
    else if (took > slice) this.fuel = Math.max(1, Math.floor((this.fuel * slice) / took))
    return this.fuel
  }

  /** A signal that counts the time of the run itself may be a little ahead of its deadline. */
  private checkSignal(): void {
    const { aborted, reason } = this.invocation.signal
    if (!aborted) return
    if (reason instanceof DOMException && reason.name === 'TimeoutError') this.checkDeadline(this.end)
    throw new StackError('standard', 'request_aborted', 'The client has gone.')
  }

  private checkDeadline(now: number): void {
    if (now < this.end) return
    const seconds = this.invocation.limits.deadline / 1000
    throw new StackError(
      'standard',
      'deadline_exceeded',
      `Potential infinite loop. The request ran longer than ${seconds} seconds.`,
      { hint: 'Make the loop end earlier, or do the work in a task.' },
    )
  }

  spend(amount: number): void {
    this.steps += amount
    if (this.steps < stepsPerLook) return
    this.steps = 0
    if (this.holder !== null) this.holder.holdsUp = waitsAfter
    const now = performance.now()
    this.checkDeadline(now)
    if (now < this.sliceEnd) return
    if (this.restartable) throw new Exhausted()
    this.due = true
  }

  /** Enters a called function; `leave` must follow. */
  enter(): void {
    if (--this.calls < 0) {
      this.calls = callsPerLook
      this.refuel()
    }
    if (++this.depth <= this.invocation.limits.maxDepth) return
    throw depthExceeded(this.invocation.limits.maxDepth)
  }

  leave(): void {
    this.depth--
  }

  /** Runs `work` with the database port of one transaction; a failure takes everything back. */
  async transaction<T>(work: () => Promise<T>, isolation: string): Promise<T> {
    const outer = this.ports.db
    const isOutermost = this.outside === null
    this.outside ??= outer
    try {
      return await outer.transaction((database) => {
        this.ports.db = database
        return work()
      }, isolation as TransactionIsolation)
    } finally {
      this.ports.db = outer
      if (isOutermost) this.outside = null
    }
  }

  /** Runs `work`, which must fail with `text` in its message, in any case; none at all is no text. */
  async expectFailure(work: () => Promise<unknown>, text: Value): Promise<void> {
    const { depth } = this
    this.failuresWanted++
    try {
      await work()
    } catch (error) {
      this.depth = depth
      return checkFailure(error, text)
    } finally {
      this.failuresWanted--
    }
    throw new StackError('standard', 'expectation_failed', 'Expected the statements to fail, but they did not.')
  }

  /**
   * The answer of an endpoint of this workspace, its token not asked for. An error of the endpoint is its answer, as
   * `{code, message, payload}`, but where a failure is expected it is one.
   */
  async callEndpoint(path: Value, verb: Value, group: Value, input: Value, headers: Value): Promise<Value> {
    try {
      return await this.program.callEndpoint({ path, verb, group, input, headers }, this)
    } catch (error) {
      if (!(error instanceof StackError) || this.failuresWanted > 0) throw error
      return { code: error.code, message: error.message, payload: error.payload }
    }
  }

  callObject(kind: CalledKind, name: string, input: Value): Value | Promise<Value> {
    return this.program.callObject(kind, name, input, this)
  }

  /**
   * Starts a function beside this stack and gives the id that `collect` takes. It has budgets of its own, goes on when
   * the request has ended, and takes no part in an open transaction.
   */
  start(name: string, input: Value): string {
    const { request, auth, limits, trace, besides } = this.invocation
    const db = this.outside ?? this.ports.db
    const ports = portsBeside(this.ports, db instanceof TriggeringDatabase ? db.unwatched : db)
    const beside: Invocation = {
      ports,
      request: requestBeside(request),
      auth,
      limits,
      signal: new AbortController().signal,
      trace: trace === null ? null : trace.beside(),
      besides,
    }
    this.background ??= new BackgroundCalls()
    const run = new Run(beside, this.program)
    run.background = this.background
    return this.beside(`The function "${name}"`, async () => {
      try {
        const response = await this.program.call(name, input, run)
        for (const left of beside.request.after) await left()
        return response
      } finally {
        if (isLaned(ports)) ports.end()
      }
    })
  }

  /** Starts work that goes on beside the stack, and gives the id by which `await` collects it. */
  beside(what: string, work: () => Promise<Value>): string {
    const id = this.ports.random.uuid()
    this.background ??= new BackgroundCalls()
    const ended = this.background.start(id, work, (error) => {
      this.log(`${what} that ran beside its stack failed: ${String(error)}`)
    })
    this.invocation.besides?.(ended)
    return id
  }

  /** The responses of functions that were started beside this stack, when all have ended. `timeout` in seconds. */
  async collect(ids: Value, timeout: Value): Promise<Value[]> {
    const ended = new AbortController()
    const left = Math.max(0, this.end - performance.now())
    const timer = this.ports.clock.sleep(Math.min(timeoutOf(timeout), left), ended.signal)
    try {
      this.background ??= new BackgroundCalls()
      return await this.background.collect(ids, timer)
    } finally {
      timer.catch(() => undefined)
      ended.abort()
      this.checkDeadline(performance.now())
    }
  }

  /** A part of the answer, for work that runs after it; null where nothing is sent. */
  sent(part: 'body' | 'headers' | 'status_code'): Value {
    return this.invocation.request.sent?.[part] ?? null
  }

  /** Runs `work` after the answer was sent. */
  after(work: () => Promise<unknown>): void {
    this.invocation.request.after.push(async () => {
      await work()
    })
  }

  tooLong(): never {
    throw arrayTooLong(this.maxArray)
  }

  log(value: Value): void {
    this.ports.log.debug(value)
  }

  now(): number {
    return this.invocation.ports.clock.now()
  }

  get signal(): AbortSignal {
    return this.invocation.signal
  }

  remaining(): number {
    return this.end - performance.now()
  }

  auth(): Value {
    const { auth } = this.invocation
    return auth === null ? null : { id: auth.id, extras: auth.extras }
  }

  env(name: string): Value {
    return name.startsWith('$') ? systemValue(name.slice(1), this.invocation.request) : this.ports.env.get(name)
  }

  evaluateExpression(text: string, scope: { this: Value; index: Value; parent: Value }): Value {
    return this.program.evaluateExpression(text, scope, this)
  }

  /** Stands still before a statement until whoever watches lets go; the time is no part of the run. */
  async hold(site: TraceSite, variables: HeldVariables): Promise<void> {
    const { trace } = this.invocation
    const start = performance.now()
    try {
      await trace?.holder?.hold(site, variables)
    } finally {
      const stood = performance.now() - start
      this.end += stood
      trace?.stoodStill(stood)
      this.lastLook = performance.now()
      this.sliceEnd = this.lastLook + slice
    }
  }

  /** A stack failed at the place of that number: what the caller gets to see. The innermost place is the right one. */
  fail(error: unknown, { addresses, statements, object }: StackPlaces, place: number): unknown {
    const address = addresses[place]!
    const overflow = error instanceof RangeError && /call stack/i.test(error.message)
    const found = overflow ? depthExceeded(this.invocation.limits.maxDepth) : error
    if (found instanceof StackError && found.at === null) {
      found.at = address
      found.statement = statements[place]!
      found.object = object
    }
    if (!overflow) this.invocation.trace?.error(address, error)
    return found
  }

  missing(name: string): never {
    throw new StackError('standard', 'unknown_variable', `Unable to locate var: ${name}`, {
      hint: 'Create it with Create Variable before this statement.',
    })
  }
}

function depthExceeded(most: number): StackError {
  return new StackError('standard', 'call_depth_exceeded', `Functions call each other more than ${most} levels deep.`, {
    hint: 'Make sure that a function that calls itself ends.',
  })
}

/** A class, since an object literal with a getter would have a hidden class of its own in each run. */
class EffectContext implements RunContext {
  at = ''
  readonly ports: Ports
  readonly request: RunContext['request']
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
    this.ports = run.ports
    this.request = run.invocation.request
  }

  /** Read only by what waits: making one costs more than the rest of a small request. */
  get signal(): AbortSignal {
    return this.run.invocation.signal
  }

  beside = (what: string, work: () => Promise<Value>): string => this.run.beside(what, work)

  callFunction = async (name: string, input: Value): Promise<Value> => this.run.program.call(name, input, this.run)
}
