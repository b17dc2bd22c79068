import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'stream.from_csv',
  label: 'CSV stream',
  category: 'stream',
  icon: 'table',
  help: 'Reads a CSV file row by row.',
  args: {
    value: required('any', 'Value', 'A file, or its text.'),
    separator: optional('text', 'Separator', 'What stands between two fields.', ','),
    enclosure: optional('text', 'Quote', 'What stands around a field.', '"'),
    escape_char: optional('text', 'Escape', 'What stands before a quote in a field.', '"'),
  },
  result: 'stream',
  needs: [],
  unavailable: 'streams',
}

export const examples: readonly StatementExample[] = []
