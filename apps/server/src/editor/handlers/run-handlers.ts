import type { OutputOf, runRoutes } from '@cairn/contract'
import { loadProgram, type Invocation } from '@cairn/runtime'
import { StackError, type Value } from '@cairn/statements'
import { keepRun } from '../../history/keep-test.ts'
import { Masker } from '../../history/masker.ts'
import { standIn } from '../../history/stand-in.ts'
import { noRequest } from '../../run/run-function.ts'
import { defaultLimits } from '../../serve/default-limits.ts'
import type { EditorWorld, Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { DebugRun, heldVariables, type Told } from '../run/debug-run.ts'
import { findToken } from '../run/find-token.ts'
import { runSecrets } from '../run/run-secrets.ts'
import { tellClaims } from '../run/token-claims.ts'
import { randomSecret } from '../session-cookie.ts'
import { shownValue } from './shown-value.ts'

type Outcome = OutputOf<(typeof runRoutes)['runStack']>

/** Seconds that a token of the debugger lives. */
const TOKEN_LIFE = 15 * 60
const WATCH_DEADLINE = 2_000
const MOST_WATCHED = 20_000

const refused: Omit<Outcome, 'diagnostics'> = {
  status: 'refused',
  result: null,
  cut: false,
  error: null,
  answers: 0,
  headers: [],
  trace: null,
  held: null,
  run: null,
}

/** Tells an outcome; a run that stands still is kept for whoever runs it. */
function outcome(
  { runs, finishedRuns }: EditorWorld,
  run: DebugRun,
  { hold, finished, ...told }: Told,
  { user, workspace, object }: { user: string; workspace: number; object: number },
): Outcome {
  if (hold === null) {
    const kept = finished === null ? null : finishedRuns.keep({ ...finished, user, workspace, object })
    return { ...told, held: null, run: kept }
  }
  const session = runs.keep(run, user, workspace, hold.until)
  const step = told.trace === null ? -1 : told.trace.steps.length - 1
  return {
    ...told,
    run: null,
    held: { session, step, variables: heldVariables(hold), until: hold.until.toISOString() },
  }
}

export const runHandlers: Pick<Handlers, keyof typeof runRoutes> = {
  async runStack(world, { input: ask, origin }, { user }) {
    const { store, serving } = world
    const { workspace, object } = ask
    const { branch, published } = await store.object(workspace, object)
    const source = ask.source ?? published
    if (source === null) throw new Refusal(409, 'never_published', 'Nothing of this is published yet. Run the draft.')
    const { model, item, diagnostics } = await store.modelWith(workspace, object, source)
    if (item === null || diagnostics.some(({ severity }) => severity === 'error')) return { ...refused, diagnostics }
    if (ask.stop || ask.breakpoints.length > 0) world.runs.demandRoom(user.id)
    const run = new DebugRun({ serving, ask, branch, origin, model, item, source, diagnostics })
    return outcome(world, run, await run.start(), { user: user.id, workspace, object })
  },

  async resumeRun(world, { input }, { user }) {
    const { workspace, session, action, set, breakpoints } = input
    const run = world.runs.take(session, user.id, workspace)
    const told = await run.resume(action, set as Record<string, Value>, breakpoints)
    return outcome(world, run, told, { user: user.id, workspace, object: run.object })
  },

  async keepRun({ store, finishedRuns }, { input: { workspace, run, name, source } }, { user }) {
    const { object, source: ran, facts, failure } = finishedRuns.find(run, user.id, workspace)
    if (source !== ran) {
      throw new Refusal(409, 'text_changed', 'The text is another than the one that ran. Run it again, then keep that.')
    }
    const masker = new Masker(runSecrets(facts), standIn)
    return keepRun(
      {
        source,
        name,
        input: masker.value(facts.input),
        steps: masker.value(facts.steps),
        result: masker.value(facts.result),
        failure: failure === null ? null : masker.text(failure),
      },
      async (text) => (await store.modelWith(workspace, object, text)).model,
    )
  },

  async evaluateAt({ serving }, { input }) {
    const { workspace, expressions, variables, input: given } = input
    const signal = AbortSignal.timeout(WATCH_DEADLINE)
    const ports = await serving.ports(workspace, 'live', { id: 'editor', signal })
    const program = loadProgram(await serving.model(workspace))
    const limits = { ...defaultLimits, deadline: WATCH_DEADLINE }
    const invocation: Invocation = { ports, request: noRequest({}), auth: null, limits, signal, trace: null }
    const scope = { variables: variables as Record<string, Value>, input: given as Value }
    const results = expressions.map((expression) => {
      try {
        return { value: shownValue(program.evaluate(expression, scope, invocation), MOST_WATCHED), error: null }
      } catch (error) {
        if (error instanceof StackError) return { value: null, error: error.message }
        throw error
      }
    })
    return { results }
  },

  async mintToken({ serving }, { input }) {
    const { workspace, table, id, datasource } = input
    const { issue, read } = await serving.tokens(workspace)
    const token = await issue({ table, id, datasource, extras: {}, expiration: TOKEN_LIFE, debugger: true })
    const { db } = await serving.ports(workspace, datasource, { id: 'editor', signal: AbortSignal.timeout(10_000) })
    const plan = { kind: 'has' as const, table, field: 'id', output: null, addons: [], lock: false }
    if ((await db.record(plan, id)) !== true) {
      throw new Refusal(404, 'unknown_row', `Table "${table}" has no row ${id} on the datasource "${datasource}".`)
    }
    return { token, claims: tellClaims(await read(token)) }
  },

  async logInThrough({ store, serving }, { input, origin }) {
    const { workspace, object, input: given, datasource } = input
    const { branch, published } = await store.object(workspace, object)
    if (published === null)
      throw new Refusal(409, 'never_published', 'Publish this endpoint first: it runs as it is live.')
    const { model, item } = await store.modelWith(workspace, object, published)
    if (item?.kind !== 'query') throw new Refusal(400, 'not_runnable', 'Choose an endpoint that answers with a token.')
    const stack = loadProgram(model, { branch }).queries.find((query) => query.object === item)
    const signal = AbortSignal.timeout(defaultLimits.deadline)
    const id = `editor ${randomSecret().slice(0, 8)}`
    const ports = await serving.ports(workspace, datasource, { id, signal }, branch)
    const raw = given as Record<string, Value>
    const request = { ...noRequest(raw), method: item.verb, uri: `/${item.path}`, branch, datasource, baseUrl: origin }
    const answer = await stack?.run(raw, { ports, request, auth: null, limits: defaultLimits, signal, trace: null })
    for (const work of request.after) await work()
    const { read } = await serving.tokens(workspace)
    const found = await findToken(answer ?? null, read)
    if (found === null) {
      const message = `${item.verb} /${item.path} answered, but no token is in what it answered. Choose a login or signup.`
      throw new Refusal(422, 'no_token', message)
    }
    return { token: found.token, claims: tellClaims(found.claims) }
  },

  async decodeToken({ serving }, { input: { workspace, token } }) {
    const { read } = await serving.tokens(workspace)
    try {
      return tellClaims(await read(token.trim().replace(/^Bearer +/i, '')))
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      throw new Refusal(422, 'unknown_token', 'This is no token of this workspace, or it was made with another key.')
    }
  },
}
