import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { googleAccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.google.storage.sign_url',
  label: 'Google: sign address',
  category: 'cloud',
  icon: 'link',
  help: 'An address with which anyone can read a file in Google Cloud Storage.',
  args: {
    ...googleAccountArgs,
    filePath: required('text', 'File path', 'The path of the file.'),
    ttl: optional('int', 'Time to live', 'Seconds the address is good for.'),
    method: optional('text', 'Method', 'The HTTP method.'),
  },
  result: 'text',
  needs: [],
  unavailable: 'a connection to Google Cloud Storage',
}

export const examples: readonly StatementExample[] = []
