import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.get_env',
  label: 'Environment variables',
  category: 'utility',
  icon: 'braces',
  help: 'All environment variables of the workspace as one object.',
  keywords: ['settings', 'configuration', 'secrets'],
  args: {},
  result: 'object',
  needs: ['env'],
}

export const run: Run = (_, { ports }) => ports.env.all()

/** An example has no variables; see test/statements/utility.test.ts. */
export const examples: readonly StatementExample[] = []
