import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { s3AccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.s3.read_file',
  label: 'S3: read file',
  category: 'cloud',
  icon: 'cloud-download',
  help: 'Reads a file from Amazon S3.',
  args: {
    ...s3AccountArgs,
    file_key: required('text', 'File key', 'The path of the file in the bucket.'),
  },
  result: 'file',
  needs: [],
  unavailable: 'a connection to Amazon S3',
}

export const examples: readonly StatementExample[] = []
