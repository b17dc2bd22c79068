import type { Value } from '@cairn/statements'
import type { EditorWorld } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import type { DebugCall, DebugOutcome } from './debug-call.ts'
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
}

/** Runs a stack, or lets one go on, in this process. */
export const debugHere = (world: EditorWorld, call: DebugCall): Promise<DebugOutcome> =>
  call.route === 'runStack' ? start(world, call) : resume(world, call)

async function start(world: EditorWorld, { input: ask, origin, user }: CallOf<'runStack'>): Promise<DebugOutcome> {
  const { store, serving, runs } = world
  const { workspace, object } = ask
  const { branch, published } = await store.object(workspace, object)
  const source = ask.source ?? published
  if (source === null) throw new Refusal(409, 'never_published', 'Nothing of this is published yet. Run the draft.')
  const { model, item, diagnostics } = await store.modelWith(workspace, object, source)
  if (item === null || diagnostics.some(({ severity }) => severity === 'error')) return { ...refused, diagnostics }
  if (mayStop(ask)) runs.demandRoom(user)
  const run = new DebugRun({ serving, ask, branch, origin, model, item, diagnostics })
  return outcome(world, run, await run.start(), { user, workspace })
}

async function resume(world: EditorWorld, { input, user }: CallOf<'resumeRun'>): Promise<DebugOutcome> {
  const { workspace, session, action, set, breakpoints } = input
  const run = world.runs.take(session, user, workspace)
  const told = await run.resume(action, set as Record<string, Value>, breakpoints)
  return outcome(world, run, told, { user, workspace })
}

/** Tells an outcome; a run that stands still is kept for whoever runs it. */
function outcome(
  { runs }: EditorWorld,
  run: DebugRun,
  { hold, ...told }: Told,
  { user, workspace }: { user: string; workspace: number },
): DebugOutcome {
  if (hold === null) return { ...told, held: null }
  const session = runs.keep(run, user, workspace, hold.until)
  const step = told.trace === null ? -1 : told.trace.steps.length - 1
  return { ...told, held: { session, step, variables: heldVariables(hold), until: hold.until.toISOString() } }
}
