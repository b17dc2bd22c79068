import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { googleAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.google.storage.read_file',
  label: 'Google: read file',
  category: 'cloud',
  icon: 'cloud-download',
  help: 'Reads a file from Google Cloud Storage.',
  args: {
    ...googleAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
  },
  result: 'file',
  needs: [],
  unavailable: 'a connection to Google Cloud Storage',
}

export const examples: readonly StatementExample[] = []
