import { optional, required } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { s3AccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.s3.upload_file',
  label: 'S3: upload file',
  category: 'cloud',
  icon: 'cloud-upload',
  help: 'Puts a file into Amazon S3.',
  args: {
    ...s3AccountArgs,
    file_key: required('text', 'File key', 'The path of the file in the bucket.'),
    file: required('any', 'File', 'The file.'),
    metadata: optional('object', 'Metadata', 'More that is kept with the file.'),
    object_lock_mode: optional('text', 'Lock mode', 'Whether the file may be changed.'),
    object_lock_retain_until: optional('any', 'Locked until', 'When it may be changed again.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Amazon S3',
}

export const examples: readonly StatementExample[] = []
