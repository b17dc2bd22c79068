import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { named, optional } from '../../define/parameters.ts'
import { readOptionalText, readText } from '../../define/read-argument.ts'

export const definition: StatementDefinition = {
  name: 'db.schema',
  label: 'Get database schema',
  category: 'database',
  icon: 'table-properties',
  help: 'Describes the columns of a table, or one of them.',
  keywords: ['columns', 'table', 'describe'],
  target: named('table', 'Table', 'The table to describe.'),
  args: { path: optional('text', 'Field', 'One column; all when empty.', '') },
  result: 'any',
  needs: ['db'],
}

export const run: Run = (args, { ports }) =>
  ports.db.schema(readText(args, 'target'), readOptionalText(args, 'path') ?? '')

/** Examples need a real table; packages/database tests this statement. */
export const examples: readonly StatementExample[] = []
