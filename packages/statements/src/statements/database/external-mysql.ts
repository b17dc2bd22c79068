import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { externalQueryArgs } from './external-query-args.ts'

export const definition: StatementDefinition = {
  name: 'db.external.mysql.direct_query',
  label: 'MySQL query',
  category: 'database',
  icon: 'database',
  help: 'Runs SQL on a MySQL database elsewhere.',
  args: externalQueryArgs,
  result: 'any',
  needs: ['db'],
  unavailable: 'connections to other databases',
}

export const examples: readonly StatementExample[] = []
