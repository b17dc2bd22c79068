import { quoteName } from '../catalogue/identifier.ts'

/** The function (text, name of a type) that tells whether a text can be read as a type. */
export interface FitFunction {
  name: string
  /** The statement, with what makes and drops the function around it. */
  around(statement: string): string[]
}

/** PostgreSQL 16's own `pg_input_is_valid`; before that one of ours, which is there for as long as the statement. */
export function fitFunction(schema: string, version: number): FitFunction {
  if (version >= 160_000) return { name: 'pg_input_is_valid', around: (statement) => [statement] }
  const name = `${quoteName(schema)}.cairn_fits`
  return {
    name,
    around: (statement) => [create(name), statement, `drop function ${name}(text, text)`],
  }
}

/** `format` takes the text as a literal; the type is one of ours. A value that does not fit raises class 22. */
function create(name: string): string {
  return `create function ${name}(value text, type text) returns boolean language plpgsql as $$
    begin
      execute format('select %L::%s', value, type);
      return true;
    exception when data_exception then return false;
    end $$`
}
