import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader, readBase } from './attribute-reader.ts'
import type { Literal } from './literal-value.ts'
import type { WorkspaceObject } from './types.ts'

export function readWorkspaceObject(statement: Statement, findings: Finding[]): WorkspaceObject {
  const reader = new AttributeReader(statement.body, findings)
  const variables = Object.entries(reader.record('env') ?? {})
  return {
    kind: 'workspace',
    ...readBase(statement, reader),
    env: Object.fromEntries(variables.map(([name, value]) => [name, asText(value)])),
  }
}

function asText(value: Literal): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
