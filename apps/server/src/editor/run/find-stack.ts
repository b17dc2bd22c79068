import type { WorkspaceItem } from '@cairn/language'
import type { Program, RunnableStack } from '@cairn/runtime'
import { Refusal } from '../refusal.ts'

/** The stack of an object that can be run by itself. */
export function findStack(program: Program, item: WorkspaceItem): RunnableStack {
  const found = stackOf(program, item)
  if (found !== null) return found
  throw new Refusal(400, 'not_runnable', 'Queries, functions, tasks and middleware can be run.')
}

function stackOf(program: Program, item: WorkspaceItem): RunnableStack | null {
  if (item.kind === 'query') return program.queries.find(({ object }) => object === item) ?? null
  if (item.kind === 'function') return program.function(item.name)
  if (item.kind === 'task') return program.task(item.name)
  return item.kind === 'middleware' ? program.middleware(item.name) : null
}
