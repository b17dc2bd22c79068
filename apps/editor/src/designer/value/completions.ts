import type { FilterInfo } from '../../definitions/definitions.ts'
import type { KnownName } from './known-names.ts'

/** What may be used where a value is typed. */
export interface Scope {
  names: readonly KnownName[]
  filters: readonly FilterInfo[]
}

export interface Completion {
  label: string
  /** What takes the place of what was typed. */
  insert: string
  detail: string
  /** Whether something more is to be typed behind it, so that what fits there is offered at once. */
  goesOn?: boolean
}

export interface Completions {
  /** Where in the text the replaced part begins. */
  from: number
  options: Completion[]
}

const MOST = 40
const nothing: Completions = { from: 0, options: [] }
/** Roots that are nothing by themselves, with how deep the names in them are that stand beside the variables. */
const HOLDERS: Readonly<Record<string, number>> = { $input: 1, $auth: 1, $env: 1, $db: 2 }

/**
 * What may stand at the caret of an expression: names and their sub-paths behind `$`, filters behind `|`, a filter's
 * arguments behind its `:`, and the few values that what is compared can have.
 */
export function completionsAt(typed: string, caret: number, scope: Scope): Completions {
  const before = typed.slice(0, caret)
  const filter = /\|\s*(\w*)$/.exec(before)
  if (filter !== null) return offer(caret, filter[1] ?? '', filterOptions(scope))
  const name = /\$[\w$.]*$/.exec(before)
  if (name !== null) return offer(caret, name[0], pathOptions(name[0], scope))
  const argument = /\|\s*(\w+)((?::(?:"[^"]*"|[^|:\s]*))*):([\w"]*)$/.exec(before)
  if (argument !== null) return offer(caret, argument[3] ?? '', argumentOptions(argument, scope))
  const compared = /(\$[\w$.]+)\s*(?:[!=]==?|[<>]=?)\??\s*(["\w]*)$/.exec(before)
  const values = scope.names.find(({ path }) => path === compared?.[1])?.values ?? []
  return compared === null ? nothing : offer(caret, compared[2] ?? '', values.map(valueOption))
}

const PREFIXES = { var: '$', input: '$input.', auth: '$auth.', env: '$env.', column: '$db.' } as const

/** What may stand in a field that takes the name of a variable, an input or an environment variable. */
export function namesFor(mode: keyof typeof PREFIXES, typed: string, scope: Scope): Completions {
  const prefix = PREFIXES[mode]
  const options = pathOptions(prefix + typed, scope)
    .filter(({ label }) => label.startsWith(prefix) && (mode !== 'var' || !(rootOf(label) in HOLDERS)))
    .map(({ label, detail }) => ({ label: label.slice(prefix.length), insert: label.slice(prefix.length), detail }))
  return offer(typed.length, typed, options)
}

/** The values that a field can have, as they are typed there. */
export const valuesFor = (typed: string, values: readonly string[]): Completions =>
  offer(typed.length, typed, values.map(valueOption))

function offer(caret: number, typed: string, options: Completion[]): Completions {
  const wanted = typed.toLowerCase()
  const starts = options.filter(({ label }) => label.toLowerCase().startsWith(wanted))
  const part = wanted.replace(/^\$/, '')
  const holds = options.filter((option) => !starts.includes(option) && option.label.toLowerCase().includes(part))
  const found = [...starts, ...holds].filter(({ label }) => label !== typed)
  return { from: caret - typed.length, options: found.slice(0, MOST) }
}

/** Names as deep as what was typed: `$user.` offers what is in it, `$` the names and what is in the holders. */
function pathOptions(typed: string, { names }: Scope): Completion[] {
  const depth = depthOf(typed)
  return names.flatMap(({ path, type }) => {
    const own = depthOf(path)
    const least = HOLDERS[rootOf(path)] ?? 0
    const shown = own === Math.max(depth, least) || (own >= depth && own < least)
    return shown ? [{ label: path, insert: path, detail: type }] : []
  })
}

const depthOf = (path: string): number => path.split('.').length - 1

const rootOf = (path: string): string => path.split('.', 1)[0] ?? path

const filterOptions = ({ filters }: Scope): Completion[] =>
  filters.map(({ name, help, params }) => {
    const asks = params.some(({ required }) => required)
    return { label: name, insert: asks ? `${name}:` : name, detail: help, ...(asks && { goesOn: true }) }
  })

/** The argument that stands behind the last `:`, as something to begin with. */
function argumentOptions([, name = '', given = '']: RegExpExecArray, { filters }: Scope): Completion[] {
  const filter = filters.find((info) => info.name === name || info.aliases?.includes(name))
  const param = filter?.params[given.split(':').length - 1]
  if (param === undefined) return []
  const samples = param.kind === 'each' ? ['$$'] : (SAMPLES[param.type] ?? [])
  const written = param.default === undefined || param.default === null ? samples : [JSON.stringify(param.default)]
  const detail = [param.name, param.help].filter(Boolean).join(': ')
  return [...new Set([...written, ...samples])].map((sample) => ({ label: sample, insert: sample, detail }))
}

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  text: ['""'],
  int: ['1'],
  number: ['1'],
  decimal: ['1.5'],
  bool: ['true', 'false'],
  array: ['[]'],
  object: ['{}'],
  timestamp: ['now'],
  any: ['""', '1', 'null'],
}

const valueOption = (value: string): Completion => ({ label: value, insert: value, detail: 'value' })
