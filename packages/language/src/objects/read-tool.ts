import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { readStack } from './read-stack.ts'
import type { ToolObject } from './types.ts'

export function readTool(statement: Statement, findings: Finding[]): ToolObject {
  const reader = new AttributeReader(statement.body, findings)
  return {
    kind: 'tool',
    ...readStack(statement, reader, findings),
    instructions: reader.text('instructions'),
    auth: reader.textOrNull('auth'),
  }
}
