import type { WorkspaceModel } from '@cairn/language'
import type { ProgramTest } from '@cairn/runtime'
import { StackError, type DatabasePort, type Ports } from '@cairn/statements'
import { defaultLimits } from '../serve/default-limits.ts'
import { unavailableDatabase } from '../ports/unavailable-ports.ts'
import { noRequest } from '../run/run-function.ts'
import { createRunPorts } from '../run/run-ports.ts'

const DEADLINE = 10_000

/** Ports that reach nothing: what a kept test asks of them has to be mocked. */
function offlinePorts(model: WorkspaceModel): Ports {
  const db: DatabasePort = {
    ...unavailableDatabase(),
    transaction: (work) => work(db),
    withDatasource: () => db,
  }
  const refuse = () => Promise.reject(new StackError('standard', 'request_refused', 'Tests that are kept call nobody.'))
  const http: Ports['http'] = { request: refuse, stream: refuse }
  return { ...createRunPorts(model, () => undefined), db, http }
}

/** Runs a test without the world; null when it passes, else why not and at which statement of the test, if at one. */
export async function checkTest(
  test: ProgramTest,
  model: WorkspaceModel,
): Promise<{ message: string; at: string | null } | null> {
  try {
    await test.run({
      ports: offlinePorts(model),
      request: noRequest({}),
      auth: null,
      limits: { ...defaultLimits, deadline: DEADLINE },
      signal: AbortSignal.timeout(DEADLINE),
      trace: null,
    })
    return null
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    return { message: error.message, at: error.reason === 'expectation_failed' ? error.at : null }
  }
}
