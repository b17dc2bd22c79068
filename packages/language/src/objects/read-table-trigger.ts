import type { Finding } from '../diagnostic.ts'
import type { Statement } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { readStack } from './read-stack.ts'
import type { TableTriggerObject } from './types.ts'

export function readTableTrigger(statement: Statement, findings: Finding[]): TableTriggerObject {
  const reader = new AttributeReader(statement.body, findings)
  const actions = reader.record('actions') ?? {}
  return {
    kind: 'table_trigger',
    ...readStack(statement, reader, findings),
    table: reader.text('table'),
    actions: {
      insert: actions['insert'] === true,
      update: actions['update'] === true,
      delete: actions['delete'] === true,
      truncate: actions['truncate'] === true,
    },
    datasources: reader.textList('datasources'),
    where: reader.expression('where'),
    active: reader.flag('active', true),
  }
}
