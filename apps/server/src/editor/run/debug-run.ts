import type { Contract, InputOf } from '@cairn/contract'
import type { FileDiagnostic, WorkspaceItem } from '@cairn/language'
import {
  loadProgram,
  readSteps,
  TraceRecorder,
  watchPorts,
  writeTrace,
  type AuthIdentity,
  type Invocation,
  type RunnableStack,
} from '@cairn/runtime'
import { StackError, type RequestContext, type Value, type ValueObject } from '@cairn/statements'
import { authenticate } from '../../http/authenticate/authenticate.ts'
import { ownStatements } from '../../history/own-steps.ts'
import { noRequest } from '../../run/run-function.ts'
import { defaultLimits } from '../../serve/default-limits.ts'
import { shownValue } from '../handlers/shown-value.ts'
import { randomSecret } from '../session-cookie.ts'
import type { EditorServing } from '../serving.ts'
import type { DebugOutcome } from './debug-call.ts'
import type { FinishedRun } from './finished-runs.ts'
import { findStack } from './find-stack.ts'
import { indexAdvice } from './index-advice.ts'
import { RunSession, type Breakpoint, type Hold, type ResumeAction } from './run-session.ts'
import { sqlEffects } from './sql-effects.ts'

type Ask = InputOf<Contract['runStack']>
/** What a run was, for whoever keeps it as a test. */
export type Finished = Omit<FinishedRun, 'workspace' | 'object' | 'user'>
/** An outcome before a run that stands still, or has ended, has a name. */
export type Told = Omit<DebugOutcome, 'held' | 'run'> & { hold: Hold | null; finished: Finished | null }

/** Whether a run can stand still: then somebody has to be found who lets it go on. */
export const mayStop = ({ stop, breakpoints }: Pick<Ask, 'stop' | 'breakpoints'>): boolean =>
  stop || breakpoints.length > 0

const DEADLINE = 30_000
const MOST_RESULT = 1_000_000
const MOST_VARIABLE = 20_000

export interface DebugRunOptions {
  serving: EditorServing
  ask: Ask
  branch: string
  origin: string
  model: Parameters<typeof loadProgram>[0]
  item: WorkspaceItem
  /** The text that runs. */
  source: string
  diagnostics: FileDiagnostic[]
}

/** One run of a text in the debugger: it ends, or stands still and goes on. */
export class DebugRun {
  private readonly options: DebugRunOptions
  private readonly recorder: TraceRecorder
  private readonly session: RunSession | null
  private readonly stack: RunnableStack
  private readonly aborter = new AbortController()
  private readonly request: RequestContext
  private timer: NodeJS.Timeout | null = null
  private ending: Promise<Told> | null = null
  private invocation: Invocation | null = null
  /** Somebody changed a variable meanwhile: it is no run that could be repeated. */
  private touched = false

  constructor(options: DebugRunOptions) {
    const { ask, branch, model, item, origin } = options
    this.options = options
    const program = loadProgram(model, { branch })
    this.stack = findStack(program, item)
    this.session = mayStop(ask)
      ? new RunSession({
          recorder: () => this.recorder,
          program,
          breakpoints: ask.breakpoints,
          stop: ask.stop,
          invocation: () => this.running,
        })
      : null
    this.recorder = new TraceRecorder(this.session)
    const headers = Object.fromEntries(ask.headers.map(([name, value]) => [name.toLowerCase(), value]))
    this.request = {
      ...noRequest(ask.input as Value),
      method: item.kind === 'query' ? item.verb : 'GET',
      uri: item.kind === 'query' ? `/${item.path.replace(/^\//, '')}` : '/',
      headers,
      branch,
      datasource: ask.datasource,
      baseUrl: origin,
    }
  }

  private get running(): Invocation {
    if (this.invocation === null) throw new Error('The run has not begun.')
    return this.invocation
  }

  /** Until it ends, or first stands still. */
  async start(): Promise<Told> {
    const { serving, ask, branch } = this.options
    const request = {
      id: `editor ${randomSecret().slice(0, 8)}`,
      signal: this.aborter.signal,
      watch: sqlEffects(this.recorder),
    }
    const ports = await serving.ports(ask.workspace, ask.datasource, request, branch)
    this.invocation = {
      ports: watchPorts(ports, this.recorder),
      request: this.request,
      auth: null,
      limits: { ...defaultLimits, deadline: DEADLINE },
      signal: this.aborter.signal,
      trace: this.recorder,
      keptAnswers: 'shown',
    }
    return this.proceed(() => {
      this.ending = this.run()
      this.ending.catch(() => undefined)
    })
  }

  /** Until it ends, or stands still again. */
  resume(action: ResumeAction, set: Record<string, Value>, breakpoints: readonly Breakpoint[]): Promise<Told> {
    this.touched ||= Object.keys(set).length > 0
    return this.proceed(() => this.session?.resume(action, set, breakpoints))
  }

  /** The object that runs. */
  get object(): number {
    return this.options.ask.object
  }

  get isHeld(): boolean {
    return this.session?.isHeld ?? false
  }

  private async proceed(go: () => void): Promise<Told> {
    const held = this.session?.nextHold().then((hold) => this.tell({ status: 'paused', hold }))
    this.timer = setTimeout(() => this.aborter.abort(new Error('The run took too long.')), DEADLINE)
    go()
    try {
      return await Promise.race([this.ended(), ...(held === undefined ? [] : [held])])
    } finally {
      clearTimeout(this.timer)
    }
  }

  private ended(): Promise<Told> {
    return this.ending ?? Promise.reject(new Error('The run has not begun.'))
  }

  private async run(): Promise<Told> {
    try {
      const auth = await this.identity()
      const invocation = { ...this.running, auth }
      this.invocation = invocation
      const result = await this.stack.run(this.options.ask.input as ValueObject, invocation)
      for (const work of this.request.after) await work()
      return await this.withAdvice(this.tell({ status: 'done', result }))
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      return this.withAdvice(this.tell({ status: 'failed', error }))
    }
  }

  /** As a request's: an endpoint demands a token of its own table; what has none runs as whoever the token is for. */
  private async identity(): Promise<AuthIdentity | null> {
    const { serving, ask, item } = this.options
    const { verify } = await serving.tokens(ask.workspace)
    this.request.authToken = ask.token
    if (item.kind === 'query') return authenticate(ask.token, item.auth, ask.datasource, verify)
    return ask.token === null ? null : verify(ask.token, ask.datasource)
  }

  private tell(end: { status: DebugOutcome['status']; result?: Value; error?: StackError; hold?: Hold }): Told {
    const { status, result = null, error = null, hold = null } = end
    const shown = shownValue(result, MOST_RESULT)
    const told = error === null ? null : { code: error.code, message: error.message, at: error.place, hint: error.hint }
    const { status: set, headers } = this.request.response
    return {
      status,
      result: shown,
      cut: isLonger(result, MOST_RESULT),
      error: told,
      answers: error?.status ?? set ?? 200,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      trace: writeTrace(this.recorder),
      hold,
      finished: hold === null ? this.finished(result, error) : null,
      diagnostics: this.options.diagnostics,
    }
  }

  private finished(result: Value, error: StackError | null): Finished | null {
    const { item, source, ask } = this.options
    if (this.touched || this.invocation === null || !holdsTests(item)) return null
    const { ports, auth } = this.invocation
    const steps = ownStatements(readSteps(this.recorder))
    const input = ask.input as Value
    const facts = { item, input, token: ask.token, auth, env: ports.env, steps, result }
    return { source, facts, failure: error?.message ?? null }
  }

  private async withAdvice(told: Told): Promise<Told> {
    const { serving, ask } = this.options
    const { trace } = told
    if (trace === null) return told
    const found = await indexAdvice(this.recorder, (sql) => serving.scans(ask.workspace, ask.datasource, sql))
    const objectOf = ({ kind, name }: { kind: string; name: string }) =>
      trace.objects.findIndex((object) => object.kind === kind && object.name === name)
    const advice = found.map(({ address, message, fix, ...place }) => ({
      kind: 'index_missing' as const,
      object: objectOf(place),
      address,
      message,
      fix,
    }))
    return { ...told, trace: { ...trace, advice: [...trace.advice, ...advice] } }
  }
}

/** Tests stand in the texts of these. */
const holdsTests = ({ kind }: WorkspaceItem): boolean => ['function', 'query', 'middleware'].includes(kind)

/** The variables of a hold, for a screen. */
export const heldVariables = ({ variables }: Hold): [string, ReturnType<typeof shownValue>][] =>
  Object.entries(variables).map(([name, value]) => [name, shownValue(value, MOST_VARIABLE)])

/** Whether a value has more than so many characters and elements, found without looking at all of it. */
function isLonger(value: Value, most: number): boolean {
  let left = most
  const spend = (one: Value): void => {
    if (left < 0 || one === null) return
    left -= typeof one === 'string' ? one.length + 8 : 8
    if (typeof one !== 'object') return
    for (const inner of Array.isArray(one) ? one : Object.values(one)) {
      if (left < 0) return
      spend(inner as Value)
    }
  }
  spend(value)
  return left < 0
}
