import type { FieldDefinition } from '@cairn/language'
import type { Value } from '@cairn/statements'
import { madeUpText } from './made-up-text.ts'
import type { Random } from './random.ts'

export interface MakeUp {
  random: Random
  /** The table that the values are for: its `name` is that of a product, a person, … */
  table: string
  /** The number of the row among all that the table ever had. */
  ordinal: number
  /** The keys of the rows of the tables that are pointed to. */
  keys: ReadonlyMap<string, readonly Value[]>
  /** Columns whose values must differ from row to row. */
  unique: ReadonlySet<string>
}

const DAY = 86_400_000
/** Times lie in the two years after this one. */
const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAYS = 730

/** A value that a column could hold; undefined leaves the column its default, as for files and passwords. */
export function madeUpValue(field: FieldDefinition, make: MakeUp): Value | undefined {
  if (field.list === null) return one(field, make)
  const { min, max } = field.list
  const least = Math.max(1, min ?? 1)
  const length = make.random.int(least, Math.max(least, Math.min(max ?? 3, 3)))
  const items = Array.from({ length }, () => one(field, make)).filter((item) => item !== undefined)
  return items.length === length ? items : undefined
}

function one(field: FieldDefinition, make: MakeUp): Value | undefined {
  const { random, keys } = make
  if (field.table !== null && (field.type === 'int' || field.type === 'uuid')) {
    const known = keys.get(field.table) ?? []
    return known.length === 0 ? undefined : random.pick(known)
  }
  return MAKERS[field.type]?.(field, make)
}

const MAKERS: Partial<Record<FieldDefinition['type'], (field: FieldDefinition, make: MakeUp) => Value | undefined>> = {
  text: (field, make) => fitted(field, unlike(field, make, madeUpText(subjectOf(field, make), make.random), ' ')),
  email: (field, make) => {
    const [user = '', domain = ''] = madeUpText('email', make.random).split('@')
    return `${unlike(field, make, user, '.')}@${domain}`
  },
  int: (field, make) => {
    if (make.unique.has(field.name)) return make.ordinal
    const [least, most] = rangeOf(field)
    return make.random.int(Math.ceil(least), Math.floor(most))
  },
  decimal: (field, make) => {
    if (make.unique.has(field.name)) return make.ordinal
    const [least, most] = rangeOf(field)
    return Math.round((least + make.random.next() * (most - least)) * 100) / 100
  },
  bool: (_, { random }) => random.next() < 0.5,
  enum: ({ values }, { random }) => (values.length === 0 ? undefined : random.pick(values)),
  timestamp: (_, { random }) => FIRST_DAY + random.int(0, DAYS * 86_400) * 1_000,
  date: (_, { random }) => new Date(FIRST_DAY + random.int(0, DAYS) * DAY).toISOString().slice(0, 10),
  uuid: (_, { random }) => {
    const hex = Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  },
  object: ({ schema }, make) => {
    const members = schema.map((member) => [member.name, madeUpValue(member, make)] as const)
    return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as Value
  },
  json: () => ({}),
  vector: ({ size }, { random }) => Array.from({ length: size ?? 3 }, () => Math.round(random.next() * 1000) / 1000),
  geo_point: (_, { random }) => ({
    type: 'point',
    data: { lng: random.int(-180, 180), lat: random.int(-85, 85) },
  }),
}

/** What a column is about; a plain `name` says it with its table. */
const subjectOf = ({ name }: FieldDefinition, { table }: MakeUp): string => (name === 'name' ? `${table}_name` : name)

const unlike = (field: FieldDefinition, { unique, ordinal }: MakeUp, text: string, between: string): string =>
  unique.has(field.name) ? `${text}${between}${ordinal}` : text

const RANGES: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/^age$/, [18, 90]],
  [/year/, [1990, 2026]],
  [/month/, [1, 12]],
  [/rating|stars|score/, [1, 5]],
  [/percent|progress|rate/, [0, 100]],
  [/^lat|latitude/, [-85, 85]],
  [/^(lng|lon)|longitude/, [-180, 180]],
  [/quantity|count|stock|seats/, [1, 50]],
  [/price|amount|total|cost|value/, [1, 500]],
]

function rangeOf(field: FieldDefinition): readonly [least: number, most: number] {
  const [, usual] = RANGES.find(([name]) => name.test(field.name.toLowerCase())) ?? [null, [0, 1_000] as const]
  const least = ruleOf(field, 'min') ?? Math.min(usual[0], ruleOf(field, 'max') ?? usual[0])
  return [least, Math.max(least, Math.min(ruleOf(field, 'max') ?? Number.POSITIVE_INFINITY, Math.max(usual[1], least)))]
}

/** A text as long as the rules of its column want it. */
function fitted(field: FieldDefinition, text: string): string {
  const [least, most] = [ruleOf(field, 'min') ?? 0, ruleOf(field, 'max') ?? Number.POSITIVE_INFINITY]
  const long = text.length < least ? text.padEnd(least, 'x') : text
  // The end is what tells one from another.
  return long.length > most ? long.slice(long.length - most) : long
}

function ruleOf({ rules }: FieldDefinition, name: string): number | null {
  const [argument] = rules.find((rule) => rule.name === name)?.args ?? []
  const value = Number(argument)
  return argument === undefined || Number.isNaN(value) ? null : value
}
