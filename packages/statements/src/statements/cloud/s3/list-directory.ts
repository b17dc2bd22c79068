import { optional } from '../../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../../define/types.ts'
import { s3AccountArgs } from './account-args.ts'

export const definition: StatementDefinition = {
  name: 'cloud.aws.s3.list_directory',
  label: 'S3: list folder',
  category: 'cloud',
  icon: 'folder',
  help: 'Which files are in a folder of Amazon S3.',
  args: {
    ...s3AccountArgs,
    prefix: optional('text', 'Prefix', 'Only what begins with it.'),
    next_page_token: optional('text', 'Next page', 'What the page before gave.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'a connection to Amazon S3',
}

export const examples: readonly StatementExample[] = []
