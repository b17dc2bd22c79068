import { randomUUID } from 'node:crypto'
import type { TaskObject } from '@cairn/language'
import type { Invocation, RunnableStack } from '@cairn/runtime'
import { StackError } from '@cairn/statements'
import type { ServedBranch } from '../http/served.ts'
import { noRequest } from '../run/run-function.ts'
import { defaultLimits } from '../serve/default-limits.ts'

/** Milliseconds a task may run: an hour. */
const deadline = 3_600_000

/** Runs a task on its datasource, with what it leaves for after. Fails with what its stack failed with. */
export async function runTask(
  task: RunnableStack<TaskObject>,
  live: ServedBranch,
  { baseUrl, signal }: { baseUrl: string; signal: AbortSignal },
): Promise<void> {
  const datasource = task.object.datasource ?? 'live'
  const ports = await live.ports(datasource)
  if (ports === null) {
    throw new StackError('badrequest', 'unknown_datasource', `This workspace has no datasource "${datasource}".`)
  }
  const request = { ...noRequest({}), datasource, branch: live.name, baseUrl }
  const invocation: Invocation = {
    ports: ports({ id: randomUUID(), baseUrl, signal }),
    request,
    auth: null,
    limits: { ...defaultLimits, deadline },
    signal,
    trace: null,
  }
  await task.run({}, invocation, 'stack')
  for (const work of request.after) await work()
}
