import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { s3AccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.s3.get_file_info',
  label: 'S3: file details',
  category: 'cloud',
  icon: 'info',
  help: 'Size, type and dates of a file in Amazon S3.',
  args: {
    ...s3AccountArgs,
    file_key: required('text', 'File key', 'The path of the file in the bucket.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Amazon S3',
}

export const examples: readonly StatementExample[] = []
