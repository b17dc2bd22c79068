import type { Parameter } from '../../define/types.ts'
import { choice, optional, required } from '../../define/parameters.ts'

/** The arguments of the statements that ask another database. */
export const externalQueryArgs: Readonly<Record<string, Parameter>> = {
  connection_string: required('text', 'Connection', 'Where the database is and how to sign in.'),
  sql: optional('text', 'SQL', 'The query; ? marks a value.'),
  code: optional('text', 'Code', 'Older spelling of sql.'),
  arg: optional('array', 'Values', 'One for each mark.'),
  response_type: choice(['list', 'single'], 'Return', 'All rows, or the first one.'),
  parser: optional('text', 'Parser', 'Kept for imported workspaces.'),
}
