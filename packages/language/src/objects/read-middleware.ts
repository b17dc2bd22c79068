import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { readStack } from './read-stack.ts'
import type { MiddlewareObject } from './types.ts'

export function readMiddleware(statement: Statement, findings: Finding[]): MiddlewareObject {
  const reader = new AttributeReader(statement.body, findings)
  return {
    kind: 'middleware',
    ...readStack(statement, reader, findings),
    responseStrategy: reader.choice('response_strategy', ['merge', 'replace']),
    exceptionPolicy: reader.choice('exception_policy', ['rethrow', 'critical', 'silent']),
  }
}
