import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { readStack } from './read-stack.ts'
import type { AddonObject } from './types.ts'

export function readAddon(statement: Statement, findings: Finding[]): AddonObject {
  const reader = new AttributeReader(statement.body, findings)
  return { kind: 'addon', ...readStack(statement, reader, findings) }
}
