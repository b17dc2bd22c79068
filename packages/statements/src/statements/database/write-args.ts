import { clause, named, optional, required } from '../../define/parameters.ts'
import type { Parameter } from '../../define/types.ts'

/** The arguments that find one row by a field. */
export const fieldArgs: Readonly<Record<string, Parameter>> = {
  field_name: named('name', 'Field', 'The column that finds the row.'),
  field_value: required('any', 'Value', 'What the column must hold.'),
}

/** The arguments that choose what comes back of a row. */
export const outputArgs: Readonly<Record<string, Parameter>> = {
  output: clause('array', 'Output', 'Names of the columns to return; all when left out.', 'output'),
  addon: clause('array', 'Addons', 'Related data to attach.', 'addons'),
}

/** The arguments of a statement that writes one row. */
export const writeArgs: Readonly<Record<string, Parameter>> = {
  data: required('object', 'Data', 'The columns to write.'),
  ...outputArgs,
  enforce_hidden_fields: optional('bool', 'Enforce hidden fields', 'Kept for imported workspaces.', true),
}
