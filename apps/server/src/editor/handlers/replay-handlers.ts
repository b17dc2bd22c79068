import type { InputOf, OutputOf, requestRoutes } from '@cairn/contract'
import {
  coverableOf,
  Preview,
  readSteps,
  TraceRecorder,
  writeTrace,
  type RunnableStack,
  type TraceStep,
} from '@cairn/runtime'
import type { EnvPort } from '@cairn/statements'
import type { PastRequest } from '@cairn/workspace'
import { secretVariables } from '../../history/environment-marks.ts'
import { longLeaves } from '../../history/endpoint-watch.ts'
import { openRecording, type Recording } from '../../history/make-recording.ts'
import { keepRun } from '../../history/keep-test.ts'
import { Masker } from '../../history/masker.ts'
import { ownStatements } from '../../history/own-steps.ts'
import { replayRequest, sameAnswer, type Answer, type Replayed } from '../../history/replay-request.ts'
import { trimSlashes } from '../../serve/served-groups.ts'
import type { EditorWorld, Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { endpointOf, stackOfVersion, type Version } from './past-endpoint.ts'
import { shownRequest } from './request-handlers.ts'
import { shownValue } from './shown-value.ts'

type Routes = Pick<typeof requestRoutes, 'request' | 'replayRequest' | 'replayRequests' | 'keepAsTest'>
type Place = InputOf<Routes['request']>

const MOST_SHOWN = 1_000_000
/** Of each answer where many are shown. */
const MOST_OF_MANY = 4_000
const WEEK = 7 * 24 * 3600_000

const findRequest = async ({ store, serving }: EditorWorld, { workspace, at, id }: Place): Promise<PastRequest> => {
  await serving.kept()
  const found = await store.requests.find(workspace, { at: Date.parse(at), id })
  if (found !== null) return found
  throw new Refusal(404, 'unknown_request', 'This request is not in the history any more.')
}

/** A recording, the environment of its replays, and what keeps secrets from screens. */
interface Opened {
  recording: Recording
  env: EnvPort
  secrets: (string | number)[]
  masker: Masker
}

const openRequest = async (
  { store, serving }: EditorWorld,
  workspace: number,
  request: PastRequest,
): Promise<Opened | null> => {
  const content = await store.requests.recording(workspace, request)
  if (content === null) return null
  const { env } = await serving.ports(workspace, request.datasource, {
    id: 'replay',
    signal: AbortSignal.timeout(1_000),
  })
  const recording = await openRecording(content, env)
  const { hidden, auth } = recording.facts
  const variables = secretVariables(env).map(([, value]) => value)
  const secrets = [...hidden, ...variables, ...longLeaves({ ...auth?.extras })]
  return { recording, env, secrets, masker: new Masker(secrets) }
}

const requireOpened = (opened: Opened | null): Opened => {
  if (opened !== null) return opened
  throw new Refusal(409, 'not_recorded', 'This request was not recorded. Choose what is recorded in the history.')
}

const shownAnswer = ({ status, result, error }: Answer, masker: Masker, room = MOST_SHOWN) => ({
  status,
  result: shownValue(masker.value(result), room),
  error: error === null ? null : { ...masker.value(error), payload: shownValue(masker.value(error.payload), room) },
})

const answerOf = ({ facts: { status, result, error } }: Recording): Answer => ({ status, result, error })

/** What tokens that were made are to carry: theirs alone, however they are made up. */
const tokenExtras = (steps: readonly TraceStep[]): (string | number)[] =>
  steps.flatMap(({ site, args }) => {
    const extras =
      site.statement === 'security.create_auth_token' ? args.find(([name]) => name === 'extras')?.[1] : null
    return extras === undefined || extras instanceof Preview ? [] : [...longLeaves(extras)]
  })

const replay = async (
  recording: Recording,
  stack: RunnableStack,
  env: EnvPort,
  version: Version,
): Promise<{ replayed: Replayed; recorder: TraceRecorder }> => {
  const recorder = new TraceRecorder()
  const asRecorded = version === 'then'
  return { replayed: await replayRequest(recording, { stack, asRecorded, env, trace: recorder }), recorder }
}

/** What two runs of a step have in common when it did the same; how long it took takes no part. */
const whatHappened = ({ site, round, variables, response, error }: TraceStep): string =>
  JSON.stringify([
    site.address,
    site.statement,
    round,
    variables,
    response,
    error instanceof Error ? error.message : null,
  ])

const firstDifference = (then: readonly TraceStep[], now: readonly TraceStep[]): number | null => {
  const index = now.findIndex((step, at) => then[at] === undefined || isAnother(then[at], step))
  if (index !== -1) return index
  return then.length > now.length && now.length > 0 ? now.length - 1 : null
}

/** A stack is told by what it is made of: it ends after its statements, and begins before them. */
const isAnother = (then: TraceStep, now: TraceStep): boolean =>
  now.object === null ? whatHappened(then) !== whatHappened(now) : then.object?.kind !== now.object.kind

export const replayHandlers: Pick<Handlers, keyof Routes> = {
  async request(world, { input }) {
    const request = await findRequest(world, input)
    const object = await endpointOf(world.store, input.workspace, request)
    const opened = await openRequest(world, input.workspace, request)
    const known = { request: shownRequest(request), object: object?.id ?? null, hasDraft: object?.draft != null }
    if (opened === null) return { ...known, recording: null }
    const { recording, masker } = opened
    const { querystring, headers, fields } = recording.facts
    return {
      ...known,
      recording: {
        querystring: masker.text(querystring),
        headers: masker.value({ ...headers }),
        input: shownValue(masker.value(fields), MOST_SHOWN),
        answer: shownAnswer(answerOf(recording), masker),
      },
    }
  },

  async replayRequest(world, { input }) {
    const { store } = world
    const request = await findRequest(world, input)
    const { recording, env, secrets } = requireOpened(await openRequest(world, input.workspace, request))
    const object = await endpointOf(store, input.workspace, request)
    if (object === null) throw new Refusal(409, 'unknown_endpoint', 'Its endpoint has another name or is gone.')
    const runOf = async (version: typeof input.version) => {
      const stack = await stackOfVersion(store, input.workspace, object, { version, at: request.at })
      return replay(recording, stack, env, version)
    }
    const { replayed, recorder } = await runOf(input.version)
    const steps = readSteps(recorder)
    const masker = new Masker([...secrets, ...tokenExtras(steps)])
    const then = input.version === 'then' ? steps : readSteps((await runOf('then')).recorder)
    return {
      ...shownAnswer(replayed, masker),
      ms: replayed.ms,
      trace: masker.value(writeTrace(recorder)),
      same: sameAnswer(replayed, answerOf(recording)),
      unrecorded: replayed.unrecorded,
      differs: firstDifference(then, steps),
    }
  },

  async replayRequests(world, { input: { workspace, object: objectId, count } }) {
    const { store, serving, clock } = world
    await serving.kept()
    const object = await store.object(workspace, objectId)
    const now = clock.now().getTime()
    const stack = await stackOfVersion(store, workspace, object, { version: 'draft', at: now })
    const { apiGroup, verb, path } = stack.object
    const endpoint = { group: apiGroup ?? '', method: verb, route: trimSlashes(path) }
    const filter = { from: now - WEEK, to: now + 1_000, recorded: true, ...endpoint }
    const newest = await store.requests.list(workspace, filter, { limit: count, after: null })
    const replays: OutputOf<Routes['replayRequests']>['replays'] = []
    const covered = new Set<string>()
    for (const request of newest) {
      const opened = await openRequest(world, workspace, request)
      if (opened === null) continue
      const { recording, env, masker } = opened
      const { replayed, recorder } = await replay(recording, stack, env, 'draft')
      for (const { address } of ownStatements(readSteps(recorder))) covered.add(address)
      replays.push({
        request: shownRequest(request),
        before: shownAnswer(answerOf(recording), masker, MOST_OF_MANY),
        now: { ...shownAnswer(replayed, masker, MOST_OF_MANY), ms: replayed.ms },
        same: sameAnswer(replayed, answerOf(recording)),
        unrecorded: replayed.unrecorded,
      })
    }
    const { statements: own } = coverableOf(stack.object)
    return { replays, covered: own.filter((address) => covered.has(address)), statements: own }
  },

  async keepAsTest(world, { input }) {
    const { store } = world
    const request = await findRequest(world, input)
    const { recording, env, masker } = requireOpened(await openRequest(world, input.workspace, request))
    const object = await endpointOf(store, input.workspace, request)
    if (object === null) throw new Refusal(409, 'unknown_endpoint', 'Its endpoint has another name or is gone.')
    const stack = await stackOfVersion(store, input.workspace, object, { version: 'draft', at: request.at })
    const { replayed, recorder } = await replay(recording, stack, env, 'draft')
    const { error, result, unrecorded } = replayed
    if (unrecorded !== null) {
      throw new Refusal(
        409,
        'not_recorded',
        'The draft asks for something that was not recorded: run it and keep that.',
      )
    }
    const source = object.draft ?? object.published ?? ''
    const kept = await keepRun(
      {
        source,
        name: input.name,
        input: masker.value(recording.facts.fields),
        steps: masker.value(ownStatements(readSteps(recorder))),
        result: masker.value(result),
        failure: error === null ? null : masker.text(error.message),
      },
      async (text) => (await store.modelWith(input.workspace, object.id, text)).model,
    )
    const saved = await store.saveDraft({
      objectId: object.id,
      source: kept.source,
      expectedEdition: object.edition,
    })
    return { object: object.id, edition: saved.edition, dropped: kept.dropped }
  },
}
