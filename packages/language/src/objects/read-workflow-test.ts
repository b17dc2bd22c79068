import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { readStack } from './read-stack.ts'
import type { WorkflowTestObject } from './types.ts'

export function readWorkflowTest(statement: Statement, findings: Finding[]): WorkflowTestObject {
  const reader = new AttributeReader(statement.body, findings)
  return {
    kind: 'workflow_test',
    ...readStack(statement, reader, findings),
    datasource: reader.textOrNull('datasource'),
  }
}
