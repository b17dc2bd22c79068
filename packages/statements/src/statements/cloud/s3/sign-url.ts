import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { s3AccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.s3.sign_url',
  label: 'S3: sign address',
  category: 'cloud',
  icon: 'link',
  help: 'An address with which anyone can read a file in Amazon S3.',
  args: {
    ...s3AccountArgs,
    file_key: required('text', 'File key', 'The path of the file in the bucket.'),
    ttl: optional('int', 'Time to live', 'Seconds the address is good for.'),
  },
  result: 'text',
  needs: [],
  unavailable: 'a connection to Amazon S3',
}

export const examples: readonly StatementExample[] = []
