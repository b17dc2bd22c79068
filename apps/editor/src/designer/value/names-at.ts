import { statementAt, type Statement } from '@cairn/language'
import { fieldsOf } from '../engine/commands/fields.ts'
import { variablesBefore, variablesOf } from '../engine/variables.ts'
import { typeText } from '../fields/field-line.ts'
import { queryColumns, type Columns, type KnownName } from './known-names.ts'

export interface Around {
  env: readonly string[]
  /** Columns by table, where the statement reads one. */
  columns: Columns
}

/** The names that the statement at `address` may use, as far as the object tells; those of the response for ''. */
export function namesAt(object: Statement, address: string, { env, columns }: Around): KnownName[] {
  const statement = statementAt(object.body, address)
  const variables = address === '' ? variablesOf(object) : variablesBefore(object, address)
  // Inside of a query its columns are what is wanted first.
  return [
    ...(statement === null ? [] : queryColumns(statement, columns)),
    ...variables.map((name) => ({ path: `$${name}`, type: '' })),
    ...fieldsOf(object, 'input').map((field) => ({ path: `$input.${field.name}`, type: typeText(field) })),
    { path: '$auth.id', type: 'who is signed in' },
    { path: '$auth.extras', type: 'extras of the token' },
    ...env.map((name) => ({ path: `$env.${name}`, type: 'environment' })),
  ]
}

/** Names with the types that the checker has for them, and the paths inside. A type that the object itself says stays. */
export function withTypes(names: readonly KnownName[], typed: readonly KnownName[]): KnownName[] {
  const types = new Map(typed.map(({ path, type }) => [path, type]))
  const own = new Set(names.map(({ path }) => path))
  const inside = typed.filter(({ path }) => !own.has(path) && own.has(path.slice(0, path.indexOf('.'))))
  return [
    ...names.map((name) => (name.type === '' ? { ...name, type: types.get(name.path) ?? '' } : name)),
    ...inside,
    ...typed.filter(({ path }) => !own.has(path) && /^\$input\.\w+\./.test(path)),
  ]
}
