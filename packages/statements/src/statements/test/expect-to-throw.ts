import { optional } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_throw',
  label: 'Expect: fails',
  category: 'test',
  icon: 'circle-x',
  help: 'The test fails unless the statements inside fail, with that text in their message.',
  args: {
    exception: optional('text', 'Error', 'Text that the message must contain.'),
  },
  clauses: { stack: { label: 'Statements' } },
  needs: [],
  unavailable: 'it runs in tests alone',
}

export const examples: readonly StatementExample[] = []
