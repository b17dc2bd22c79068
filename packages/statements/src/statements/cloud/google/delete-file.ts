import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { googleAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.google.storage.delete_file',
  label: 'Google: delete file',
  category: 'cloud',
  icon: 'trash-2',
  help: 'Deletes a file from Google Cloud Storage.',
  args: {
    ...googleAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
  },
  needs: [],
  unavailable: 'a connection to Google Cloud Storage',
}

export const examples: readonly StatementExample[] = []
