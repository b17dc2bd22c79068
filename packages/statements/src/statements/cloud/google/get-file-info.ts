import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { googleAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.google.storage.get_file_info',
  label: 'Google: file details',
  category: 'cloud',
  icon: 'info',
  help: 'Size, type and dates of a file in Google Cloud Storage.',
  args: {
    ...googleAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Google Cloud Storage',
}

export const examples: readonly StatementExample[] = []
