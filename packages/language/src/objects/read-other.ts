import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader, readBase } from './attribute-reader.ts'
import type { OtherObject } from './types.ts'

/** Reads a kind that is kept but does not run. */
export function readOther(statement: Statement, findings: Finding[]): OtherObject {
  const reader = new AttributeReader(statement.body, findings)
  return { kind: 'other', ...readBase(statement, reader), construct: statement.name }
}
