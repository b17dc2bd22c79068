import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { readStack } from './read-stack.ts'
import type { FunctionObject } from './types.ts'

export function readFunction(statement: Statement, findings: Finding[]): FunctionObject {
  const reader = new AttributeReader(statement.body, findings)
  return { kind: 'function', ...readStack(statement, reader, findings) }
}
