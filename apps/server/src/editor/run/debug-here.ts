import type { Value } from '@cairn/statements'
import { keepRun } from '../../history/keep-test.ts'
import { Masker } from '../../history/masker.ts'
import { standIn } from '../../history/stand-in.ts'
import type { EditorWorld } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import type { DebugCall, DebugOutcome, KeepCall, KeptRun, RunCall } from './debug-call.ts'
import { runSecrets } from './run-secrets.ts'
import { DebugRun, heldVariables, mayStop, type Told } from './debug-run.ts'

type CallOf<Route extends DebugCall['route']> = Extract<DebugCall, { route: Route }>

const refused: Omit<DebugOutcome, 'diagnostics'> = {
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

/** Runs a stack, lets one go on, or keeps one as a test, in this process. */
export function debugHere(world: EditorWorld, call: RunCall): Promise<DebugOutcome>
export function debugHere(world: EditorWorld, call: KeepCall): Promise<KeptRun>
export function debugHere(world: EditorWorld, call: DebugCall): Promise<DebugOutcome | KeptRun>
export function debugHere(world: EditorWorld, call: DebugCall): Promise<DebugOutcome | KeptRun> {
  if (call.route === 'keepRun') return keep(world, call)
  return call.route === 'runStack' ? start(world, call) : resume(world, call)
}

async function start(world: EditorWorld, { input: ask, origin, user }: CallOf<'runStack'>): Promise<DebugOutcome> {
  const { store, serving, runs } = world
  const { workspace, object } = ask
  const { branch, published } = await store.object(workspace, object)
  const source = ask.source ?? published
  if (source === null) throw new Refusal(409, 'never_published', 'Nothing of this is published yet. Run the draft.')
  const { model, item, diagnostics } = await store.modelWith(workspace, object, source)
  if (item === null || diagnostics.some(({ severity }) => severity === 'error')) return { ...refused, diagnostics }
  if (mayStop(ask)) runs.demandRoom(user)
  const run = new DebugRun({ serving, ask, branch, origin, model, item, source, diagnostics })
  return outcome(world, run, await run.start(), { user, workspace, object })
}

async function resume(world: EditorWorld, { input, user }: CallOf<'resumeRun'>): Promise<DebugOutcome> {
  const { workspace, session, action, set, breakpoints } = input
  const run = world.runs.take(session, user, workspace)
  const told = await run.resume(action, set as Record<string, Value>, breakpoints)
  return outcome(world, run, told, { user, workspace, object: run.object })
}

async function keep({ store, finishedRuns }: EditorWorld, { input, user }: KeepCall): Promise<KeptRun> {
  const { workspace, run, name, source } = input
  const { object, source: ran, facts, failure } = finishedRuns.find(run, user, workspace)
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
}

/** Tells an outcome; a run that stands still is kept for whoever runs it, and one that ended for a test. */
function outcome(
  { runs, finishedRuns }: EditorWorld,
  run: DebugRun,
  { hold, finished, ...told }: Told,
  { user, workspace, object }: { user: string; workspace: number; object: number },
): DebugOutcome {
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
