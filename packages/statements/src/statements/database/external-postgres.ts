import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { externalQueryArgs } from './external-query-args.ts'

export const definition: StatementDefinition = {
  name: 'db.external.postgres.direct_query',
  label: 'PostgreSQL query',
  category: 'database',
  icon: 'database',
  help: 'Runs SQL on a PostgreSQL database elsewhere.',
  args: externalQueryArgs,
  result: 'any',
  needs: ['db'],
  unavailable: 'connections to other databases',
}

export const examples: readonly StatementExample[] = []
