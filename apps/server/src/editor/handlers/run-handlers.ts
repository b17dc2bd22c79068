import type { runRoutes } from '@cairn/contract'
import { loadProgram, type Invocation } from '@cairn/runtime'
import { StackError, type Value } from '@cairn/statements'
import { noRequest } from '../../run/run-function.ts'
import { defaultLimits } from '../../serve/default-limits.ts'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { findToken } from '../run/find-token.ts'
import { retrieveToken } from '../run/retrieve-token.ts'
import { tellClaims } from '../run/token-claims.ts'
import { randomSecret } from '../session-cookie.ts'
import { shownValue } from './shown-value.ts'

const WATCH_DEADLINE = 2_000
const MOST_WATCHED = 20_000

export const runHandlers: Pick<Handlers, keyof typeof runRoutes> = {
  // All of a person's are in one process: those that stand still, and those that ended and may become tests.
  runStack: (world, { input, origin }, { user }) => world.debug({ route: 'runStack', input, origin, user: user.id }),

  resumeRun: (world, { input }, { user }) => world.debug({ route: 'resumeRun', input, user: user.id }),

  keepRun: (world, { input }, { user }) => world.debug({ route: 'keepRun', input, user: user.id }),

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
    const { token, claims } = await retrieveToken(serving, input)
    return { token, claims: tellClaims(claims) }
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
