import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'api.stream',
  label: 'Streaming API response',
  category: 'api',
  icon: 'radio',
  help: 'Sends a part of the answer while the stack goes on.',
  args: {
    value: required('any', 'Value', 'What to send.'),
  },
  needs: [],
  unavailable: 'answers sent in parts',
}

export const examples: readonly StatementExample[] = []
