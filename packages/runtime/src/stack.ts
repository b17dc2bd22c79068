import { isObject, type InputValidator, type Value, type ValueObject } from '@cairn/statements'
import { compileStack, noVariables, type Build, type StackFunction } from './compile/compile-stack.ts'
import { Exhausted } from './run/exhausted.ts'
import { Run, waitsAfter, type Holder, type ProgramAccess } from './run/run.ts'
import { runSurrounded, type SurroundingsHome } from './surround/run-surrounded.ts'
import type { Surroundings } from './surround/surroundings.ts'
import { objectName } from './trace/object-name.ts'
import type { TraceSink } from './trace/trace-sink.ts'
import { watchStack } from './trace/watch-stack.ts'
import type { Invocation, RunnableObject, RunnableStack } from './types.ts'

/** What a stack needs of its program. */
export interface StackHome extends ProgramAccess, SurroundingsHome {
  /** Whether it only computes; null surroundings are part of that. */
  isPure(object: RunnableObject): boolean
  /** The object with what it answers, which the text of an addon leaves out. */
  answering(object: RunnableObject): RunnableObject
  surroundings(object: RunnableObject): Surroundings | null
  inputs(object: RunnableObject, caller: 'request' | 'stack'): InputValidator
}

const builds = {
  sync: { async: false, traced: false },
  async: { async: true, traced: false },
  watched: { async: false, traced: true },
  watchedAsync: { async: true, traced: true },
  held: { async: true, traced: true, held: true },
} satisfies Record<string, Build>

/** A saved stack with its builds, each compiled when it is first needed. */
export class Stack<O extends RunnableObject = RunnableObject> implements RunnableStack<O>, Holder {
  readonly object: O
  readonly pure: boolean
  /** How many of the next runs wait for their turn. */
  holdsUp = 0
  /** How many of the last runs had to begin anew where they could wait; a busy machine alone seldom does that twice. */
  private restarts = 0
  private readonly around: Surroundings | null
  private readonly home: StackHome
  private readonly builds = new Map<string, StackFunction>()
  private readonly validators = new Map<string, InputValidator>()

  constructor(object: O, home: StackHome) {
    this.object = object
    this.home = home
    this.around = home.surroundings(object)
    this.pure = home.isPure(object)
  }

  run(rawInput: ValueObject, invocation: Invocation, caller: 'request' | 'stack' = 'request'): Value | Promise<Value> {
    const run = new Run(invocation, this.home)
    run.holder = this
    if (this.holdsUp > 0) return this.runInTurn(rawInput, run, caller, invocation)
    return this.runNow(rawInput, run, caller, invocation)
  }

  /** A stack that held up others lately begins when it is its turn, so that many at once hold them up no longer. */
  private async runInTurn(
    rawInput: ValueObject,
    run: Run,
    caller: 'request' | 'stack',
    invocation: Invocation,
  ): Promise<Value> {
    this.holdsUp--
    await run.nextTurn()
    return this.runNow(rawInput, run, caller, invocation)
  }

  private runNow(
    rawInput: ValueObject,
    run: Run,
    caller: 'request' | 'stack',
    invocation: Invocation,
  ): Value | Promise<Value> {
    if (this.around !== null) return this.runAround(this.around, rawInput, run, caller, invocation)
    return this.start(this.validate(rawInput, run, caller), run)
  }

  /** Called from another stack; the answer is a promise only when it has to wait. */
  call(input: Value, run: Run, mayWait: boolean): Value | Promise<Value> {
    run.enter()
    if (!this.runsAtOnce(run)) return this.callWaiting(input, run)
    const restartable = run.restartable
    const position = run.position()
    const traced = run.invocation.trace?.position()
    run.restartable = true
    try {
      return this.runAtOnce(run, this.validate(input, run, 'stack'))
    } catch (error) {
      if (!(error instanceof Exhausted) || !mayWait) throw error
      run.rewind(position, traced)
    } finally {
      run.restartable = restartable
      run.leave()
    }
    return this.callAnew(input, run)
  }

  /** In a time slice of its own: what it calls would give up at once in one that is used up. */
  private async callAnew(input: Value, run: Run): Promise<Value> {
    await run.nextTurn()
    run.enter()
    return this.callWaiting(input, run)
  }

  private async callWaiting(input: Value, run: Run): Promise<Value> {
    try {
      // Each hundred levels the JavaScript stack is left, so that depth is bounded by the budget and not by it.
      if (run.depth % 100 === 0) await Promise.resolve()
      if (this.around !== null) return await this.runAround(this.around, input, run, 'stack')
      return await this.waitingBuild(run)(run, this.validate(input, run, 'stack'), noVariables)
    } finally {
      run.leave()
    }
  }

  /** `invocation`: of the request that the stack answers; its raw input becomes what middleware makes of it. */
  private runAround(
    around: Surroundings,
    raw: Value,
    run: Run,
    caller: 'request' | 'stack',
    invocation?: Invocation,
  ): Promise<Value> {
    const core = {
      object: this.object,
      validate: (given: Value) => {
        if (invocation !== undefined && around.pre.length > 0) invocation.request.changedInput = given
        return this.validate(given, run, caller)
      },
      run: (input: Value, begun?: () => void) => this.waitingBuild(run, begun)(run, input, noVariables),
    }
    return runSurrounded(around, raw, core, run, this.home)
  }

  /** Whether there is nothing it has to wait for; a run that can be held waits wherever it is asked to. */
  private runsAtOnce({ invocation: { trace } }: Run): boolean {
    return this.pure && (trace === null || trace.holder === null)
  }

  private runAtOnce(run: Run, input: Value): Value {
    const { trace } = run.invocation
    if (trace === null) return this.build('sync')(run, input, noVariables) as Value
    trace.enterStack(this.object, input, run.auth())
    try {
      const response = this.build('watched')(run, input, noVariables) as Value
      trace.leaveStack(response, null)
      return response
    } catch (error) {
      trace.leaveStack(undefined, error)
      throw error
    }
  }

  private waitingBuild(run: Run, begun?: () => void): StackFunction {
    const { trace } = run.invocation
    return trace === null ? this.build('async') : this.watchedBuild(trace, begun)
  }

  /** The traced build; one that can be held where somebody is there to hold it. */
  private watchedBuild(trace: TraceSink, begun?: () => void): StackFunction {
    return watchStack(this.object, this.build(trace.holder === null ? 'watchedAsync' : 'held'), trace, begun)
  }

  private start(input: Value, run: Run): Value | Promise<Value> {
    const wouldRestart = this.holdsUp > 0 && this.restarts > 1
    if (wouldRestart || !this.runsAtOnce(run)) return this.waitingBuild(run)(run, input, noVariables)
    const position = run.position()
    const traced = run.invocation.trace?.position()
    try {
      run.restartable = true
      const response = this.runAtOnce(run, input)
      this.restarts = 0
      return response
    } catch (error) {
      if (run.overran()) this.holdsUp = waitsAfter
      if (!(error instanceof Exhausted)) throw error
      this.restarts++
      run.depth = 0
      run.restartable = false
      run.rewind(position, traced)
      return this.waitingBuild(run)(run, input, noVariables)
    }
  }

  private validate(raw: Value, run: Run, caller: 'request' | 'stack'): Value {
    let validator = this.validators.get(caller)
    if (validator === undefined) {
      validator = this.home.inputs(this.object, caller)
      this.validators.set(caller, validator)
    }
    return validator(isObject(raw) ? raw : {}, new RunTime(run))
  }

  /** Compiles every build that a request may need. */
  compile(): void {
    this.build(this.pure ? 'sync' : 'async')
  }

  private build(kind: keyof typeof builds): StackFunction {
    const known = this.builds.get(kind)
    if (known !== undefined) return known
    const { stack, response } = this.home.answering(this.object)
    const object = { kind: this.object.kind, name: objectName(this.object) }
    const made = compileStack({ stack, response }, { ...builds[kind], object }).call
    this.builds.set(kind, made)
    return made
  }
}

/** The time of a run's clock when it is asked. */
class RunTime {
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  get now(): number {
    return this.run.now()
  }
}
