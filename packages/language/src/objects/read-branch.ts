import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader, readBase } from './attribute-reader.ts'
import { middlewareSettings } from './read-middleware-settings.ts'
import type { BranchObject } from './types.ts'

export function readBranch(statement: Statement, findings: Finding[]): BranchObject {
  const reader = new AttributeReader(statement.body, findings)
  const middleware = reader.record('middleware') ?? {}
  return {
    kind: 'branch',
    ...readBase(statement, reader),
    middleware: {
      function: middlewareSettings(middleware['function']),
      query: middlewareSettings(middleware['query']),
      task: middlewareSettings(middleware['task']),
      tool: middlewareSettings(middleware['tool']),
    },
  }
}
