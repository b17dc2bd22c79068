import type { FilterInfo } from '../../definitions/definitions.ts'

/** Names that may be used where a value is typed. */
export interface Scope {
  variables: readonly string[]
  inputs: readonly string[]
  env: readonly string[]
  /** Columns by table. */
  columns: Readonly<Record<string, readonly string[]>>
  filters: readonly FilterInfo[]
}

export interface Completion {
  label: string
  /** What takes the place of what was typed. */
  insert: string
  detail: string
}

export interface Completions {
  /** Where in the text the replaced part begins. */
  from: number
  options: Completion[]
}

const MOST = 40
const nothing: Completions = { from: 0, options: [] }

/** What may stand at the caret of an expression: names behind `$`, filters behind `|`. */
export function completionsAt(typed: string, caret: number, scope: Scope): Completions {
  const before = typed.slice(0, caret)
  const filter = /\|\s*(\w*)$/.exec(before)
  if (filter !== null) return offer(caret, filter[1] ?? '', filterOptions(scope))
  const name = /\$([\w.]*)$/.exec(before)
  return name === null ? nothing : offer(caret, `$${name[1] ?? ''}`, nameOptions(scope))
}

/** What may stand in a field that takes the name of a variable, an input or an environment variable. */
export function namesFor(mode: 'var' | 'input' | 'env' | 'auth', typed: string, scope: Scope): Completions {
  const names = { var: scope.variables, input: scope.inputs, env: scope.env, auth: ['id', 'extras'] }[mode]
  const detail = { var: 'variable', input: 'input', env: 'environment', auth: 'auth' }[mode]
  return offer(
    typed.length,
    typed,
    names.map((name) => ({ label: name, insert: name, detail })),
  )
}

function offer(caret: number, typed: string, options: Completion[]): Completions {
  const wanted = typed.toLowerCase()
  const starts = options.filter(({ label }) => label.toLowerCase().startsWith(wanted))
  const holds = options.filter((option) => !starts.includes(option) && option.label.toLowerCase().includes(wanted))
  const found = [...starts, ...holds].filter(({ label }) => label !== typed)
  return { from: caret - typed.length, options: found.slice(0, MOST) }
}

const filterOptions = ({ filters }: Scope): Completion[] =>
  filters.map(({ name, help }) => ({ label: name, insert: name, detail: help }))

function nameOptions({ variables, inputs, env, columns }: Scope): Completion[] {
  const columnNames = Object.entries(columns).flatMap(([table, names]) => names.map((name) => `$db.${table}.${name}`))
  return [
    ...variables.map((name) => option(`$${name}`, 'variable')),
    ...inputs.map((name) => option(`$input.${name}`, 'input')),
    option('$auth.id', 'who is signed in'),
    option('$auth.extras', 'extras of the token'),
    ...env.map((name) => option(`$env.${name}`, 'environment')),
    ...columnNames.map((name) => option(name, 'column')),
  ]
}

const option = (label: string, detail: string): Completion => ({ label, insert: label, detail })
