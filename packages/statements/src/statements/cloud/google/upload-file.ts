import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { googleAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.google.storage.upload_file',
  label: 'Google: upload file',
  category: 'cloud',
  icon: 'cloud-upload',
  help: 'Puts a file into Google Cloud Storage.',
  args: {
    ...googleAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
    file: required('any', 'File', 'The file.'),
    metadata: optional('object', 'Metadata', 'More that is kept with the file.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Google Cloud Storage',
}

export const examples: readonly StatementExample[] = []
