import { required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { s3AccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.s3.delete_file',
  label: 'S3: delete file',
  category: 'cloud',
  icon: 'trash-2',
  help: 'Deletes a file from Amazon S3.',
  args: {
    ...s3AccountArgs,
    file_key: required('text', 'File key', 'The path of the file in the bucket.'),
  },
  needs: [],
  unavailable: 'a connection to Amazon S3',
}

export const examples: readonly StatementExample[] = []
