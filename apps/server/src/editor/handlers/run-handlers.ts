import type { OutputOf, runRoutes } from '@cairn/contract'
import type { WorkspaceItem } from '@cairn/language'
import { loadProgram, type Program, type RunnableStack } from '@cairn/runtime'
import { StackError, type Value } from '@cairn/statements'
import { noRequest } from '../../run/run-function.ts'
import { defaultLimits } from '../../serve/default-limits.ts'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { randomSecret } from '../session-cookie.ts'
import { shownValue } from './shown-value.ts'
import { createTrace } from './trace.ts'

type Answer = OutputOf<(typeof runRoutes)['runStack']>

const DEADLINE = 30_000
const MOST_RESULT = 1_000_000

const stackOf = (program: Program, item: WorkspaceItem): RunnableStack | null => {
  if (item.kind === 'query') return program.queries.find(({ object }) => object === item) ?? null
  if (item.kind === 'function') return program.function(item.name)
  if (item.kind === 'task') return program.task(item.name)
  return item.kind === 'middleware' ? program.middleware(item.name) : null
}

export const runHandlers: Pick<Handlers, keyof typeof runRoutes> = {
  async runStack({ store, serving }, { input, origin }) {
    const { workspace, object, source, datasource, auth } = input
    const { model, item, diagnostics } = await store.modelWith(workspace, object, source)
    const refused: Answer = { status: 'refused', result: null, error: null, ms: 0, steps: [], cut: false, diagnostics }
    if (item === null || diagnostics.some(({ severity }) => severity === 'error')) return refused
    const stack = stackOf(loadProgram(model), item)
    if (stack === null) throw new Refusal(400, 'not_runnable', 'Queries, functions, tasks and middleware can be run.')

    const signal = AbortSignal.timeout(DEADLINE)
    const ports = await serving.ports(workspace, datasource, { id: `editor ${randomSecret().slice(0, 8)}`, signal })
    const trace = createTrace()
    const method = item.kind === 'query' ? item.verb : 'GET'
    const request = { ...noRequest(input.input as Value), method, datasource, baseUrl: origin }
    const limits = { ...defaultLimits, deadline: DEADLINE }
    const identity = auth === null ? null : { ...auth, extras: {} }
    const start = performance.now()
    const told = () => ({ ms: performance.now() - start, steps: trace.steps, cut: trace.cut(), diagnostics })
    try {
      const run = stack.run(input.input as { [key: string]: Value }, {
        ports,
        request,
        auth: identity,
        limits,
        signal,
        trace: trace.sink,
      })
      const result = shownValue(await run, MOST_RESULT)
      for (const work of request.after) await work()
      return { status: 'done', result, error: null, ...told() }
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      const { code, message, at } = error
      return { status: 'failed', result: null, error: { code, message, at }, ...told() }
    }
  },
}
