import type { Finding } from '../diagnostic.ts'
import { clause, stackOf } from '../lookup.ts'
import type { Body, Statement } from '../tree.ts'
import { AttributeReader, readBase } from './attribute-reader.ts'
import { readCacheSettings } from './read-cache-settings.ts'
import { readFields } from './read-field.ts'
import { readMiddlewareSettings } from './read-middleware-settings.ts'
import type { UnitTest } from './types.ts'

/** Reads what all objects with a stack share. */
export function readStack(statement: Statement, reader: AttributeReader, findings: Finding[]) {
  const { body } = statement
  return {
    ...readBase(statement, reader),
    inputs: readFields(clause(body, 'input')?.body ?? null, findings),
    stack: stackOf(body),
    response: reader.expression('response'),
    tests: readTests(body, findings),
    middleware: readMiddlewareSettings(reader),
    cache: readCacheSettings(reader),
  }
}

function readTests(body: Body | null, findings: Finding[]): UnitTest[] {
  const tests: UnitTest[] = []
  for (const item of body?.items ?? []) {
    if (item.kind !== 'statement' || item.name !== 'test' || item.body === null) continue
    const reader = new AttributeReader(item.body, findings)
    tests.push({
      name: readBase(item, reader).name,
      statement: item,
      input: reader.expression('input'),
      datasource: reader.textOrNull('datasource'),
      body: item.body,
    })
  }
  return tests
}
