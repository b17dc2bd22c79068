import type { CompareOperator, Value } from '@cairn/statements'
import { unfit, type TimeSource, type ValueType } from '../catalogue/value-type.ts'
import { json, text } from '../catalogue/value-types.ts'
import { alike, asJson, asText, listType } from './casts.ts'
import type { Typed } from './compilation.ts'

/** How an operator compares two expressions. */
export interface Comparison {
  /** The type a value on the right is brought to, given the left's. */
  wants(left: ValueType): ValueType
  sql(left: Typed, right: Typed): string
  /** What the answer is for a value that cannot be compared: false, or true for an operator that denies. */
  negative: boolean
  /** With null on the right: this test of the left; without it, `negative`. */
  whenNull?: 'is null' | 'is not null'
  /** Brings a value into shape before it is converted. */
  shape?(value: Value, wanted: ValueType, time: TimeSource): Value | typeof unfit
}

const sameType = (left: ValueType): ValueType => left
const always = (type: ValueType) => (): ValueType => type

function ordered(operator: string, more: Partial<Comparison> = {}): Comparison {
  return {
    wants: sameType,
    sql(left, right) {
      const [a, b] = alike(left, right)
      return `${a.sql} ${operator} ${b.sql}`
    },
    negative: false,
    shape: (value, wanted) => (wanted.family === 'list' && !Array.isArray(value) ? unfit : value),
    ...more,
  }
}

/** The same with `not` in front. */
function denied(comparison: Comparison): Comparison {
  return { ...comparison, negative: true, sql: (left, right) => `not (${comparison.sql(left, right)})` }
}

/** Elements that do not fit can equal nothing, so they are left out rather than failing the list. */
function fittingItems(value: Value, wanted: ValueType, time: TimeSource): Value | typeof unfit {
  const items = Array.isArray(value) ? value : [value]
  if (wanted.element === null) return items
  const { element } = wanted
  return items.filter((item) => {
    const converted = element.convert(item, time)
    return converted !== unfit && converted !== null
  })
}

const isIn: Comparison = {
  wants: listType,
  sql(left, right) {
    if (left.type.family === 'json' || right.type.family === 'json') return `${asJson(right)} @> ${asJson(left)}`
    if (left.type.family === 'list' && right.type.family === 'list') return `${left.sql} <@ ${right.sql}`
    if (right.type.family === 'list') return `${left.sql} = any(${right.sql})`
    return `strpos(${asText(right)}, ${asText(left)}) > 0`
  },
  negative: false,
  shape: fittingItems,
}

const contains: Comparison = {
  wants: (left) => (left.family === 'list' || left.family === 'json' ? left : text),
  sql(left, right) {
    if (left.type.family === 'json') return `${left.sql} @> ${asJson(right)}`
    if (left.type.family !== 'list') return `strpos(${asText(left)}, ${asText(right)}) > 0`
    if (right.type.family === 'list') return `${left.sql} @> ${right.sql}`
    return `${right.sql} = any(${left.sql})`
  },
  negative: false,
}

const includes: Comparison = {
  wants: always(text),
  sql(left, right) {
    const part = `lower(${asText(right)})`
    if (left.type.family !== 'list') return `strpos(lower(${asText(left)}), ${part}) > 0`
    return `exists (select 1 from unnest(${left.sql}) as "~item" where strpos(lower("~item"::text), ${part}) > 0)`
  },
  negative: false,
}

const overlaps: Comparison = {
  wants: listType,
  sql(left, right) {
    if (left.type.family === 'list' && right.type.family === 'list') return `${left.sql} && ${right.sql}`
    if (left.type.family !== 'json' && right.type.family === 'list') return `${left.sql} = any(${right.sql})`
    const list = `case jsonb_typeof(${asJson(right)}) when 'array' then ${asJson(right)} else '[]' end`
    return `exists (select 1 from jsonb_array_elements(${list}) as "~item" where ${asJson(left)} @> "~item")`
  },
  negative: false,
  shape: fittingItems,
}

function matching(operator: 'like' | 'ilike'): Comparison {
  return { wants: always(text), sql: (left, right) => `${asText(left)} ${operator} ${asText(right)}`, negative: false }
}

const between: Comparison = {
  wants: (left) => listType(left.family === 'json' || left.family === 'list' ? text : left),
  sql(left, right) {
    const value = left.type.family === 'json' ? asText(left) : left.sql
    return `${value} between (${right.sql})[1] and (${right.sql})[2]`
  },
  negative: false,
  shape: (value) => (Array.isArray(value) && value.length === 2 && !value.includes(null) ? value : unfit),
}

/** A pattern may be written `/…/flags`; `i`, `m` and `s` mean what they mean elsewhere. */
const delimited = /^\/(.*)\/([a-z]*)$/s

const matches: Comparison = {
  wants: always(text),
  sql: (left, right) => `${asText(left)} ~ ${asText(right)}`,
  negative: false,
  shape(value) {
    const parts = typeof value === 'string' ? delimited.exec(value) : null
    if (parts === null) return value
    const [, pattern = '', flags = ''] = parts
    const options = `${flags.includes('i') ? 'i' : ''}${flags.includes('m') ? 'n' : ''}`
    return options === '' ? pattern : `(?${options})${pattern}`
  },
}

const holds: Comparison = {
  wants: (left) => (left.family === 'list' ? left : json),
  sql: (left, right) =>
    left.type.family === 'list' && right.type.family === 'list'
      ? `${left.sql} @> ${right.sql}`
      : `${asJson(left)} @> ${asJson(right)}`,
  negative: false,
}

export const comparisons: Record<CompareOperator, Comparison> = {
  '==': ordered('=', { whenNull: 'is null' }),
  '!=': ordered('<>', { negative: true, whenNull: 'is not null' }),
  '<': ordered('<'),
  '<=': ordered('<='),
  '>': ordered('>'),
  '>=': ordered('>='),
  in: isIn,
  'not in': denied(isIn),
  contains,
  'not contains': denied(contains),
  includes,
  'not includes': denied(includes),
  overlaps,
  'not overlaps': denied(overlaps),
  like: matching('like'),
  'not like': denied(matching('like')),
  ilike: matching('ilike'),
  'not ilike': denied(matching('ilike')),
  between,
  'not between': denied(between),
  '~': matches,
  '!~': denied(matches),
  '@>': holds,
  // Compiled by searchIn, which knows the table's search indexes.
  search: { wants: always(text), sql: () => 'false', negative: false },
}
