import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'stream.from_jsonl',
  label: 'JSONL stream',
  category: 'stream',
  icon: 'list-ordered',
  help: 'Reads a file with one JSON value a line.',
  args: {
    value: required('any', 'Value', 'A file, or its text.'),
  },
  result: 'stream',
  needs: [],
  unavailable: 'streams',
}

export const examples: readonly StatementExample[] = []
