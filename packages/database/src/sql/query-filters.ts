import type { QueryNode } from '@cairn/statements'
import { quoteText } from '../catalogue/identifier.ts'
import type { ValueType } from '../catalogue/value-type.ts'
import { bool, decimal, int, json, listOf, text, timestamp } from '../catalogue/value-types.ts'
import { alike, asJson, asNumber, asText, asTime } from './casts.ts'
import type { Compilation, Typed } from './compilation.ts'
import { documentOf } from './search.ts'

/** A filter of queries. `args`: the types its arguments are wanted in. */
export type QueryFilter =
  | {
      base?: ValueType
      args?(base: Typed): ValueType[]
      required?: number
      sql(base: Typed, args: Typed[], context: { node: Extract<QueryNode, { kind: 'filter' }>; to: Compilation }): Typed
    }
  | { needs: string }

const vector = listOf(decimal)
const texts = (): ValueType[] => [text, text]
const numbers = (): ValueType[] => [decimal, decimal]
const zone = (): ValueType[] => [text]

function number(sql: string): Typed {
  return { sql, type: decimal }
}

function ofText(build: (base: string, args: string[]) => string): QueryFilter {
  return { base: text, args: texts, sql: (base, args) => ({ sql: build(asText(base), args.map(asText)), type: text }) }
}

/** A negative start counts from the end, a negative length leaves that much of the end out, as in stacks. */
function section(whole: string, start: string, length: string | null): string {
  const first = `greatest((case when ${start} < 0 then char_length(${whole}) + ${start} else ${start} end)::int, 0)`
  if (length === null) return `substr(${whole}, ${first} + 1)`
  const rest = `greatest(char_length(${whole}) - ${first} + ${length}, 0)`
  return `substr(${whole}, ${first} + 1, (case when ${length} < 0 then ${rest} else ${length} end)::int)`
}

function ofNumber(build: (base: string, args: string[]) => string, required = 0): QueryFilter {
  return {
    base: decimal,
    args: numbers,
    required,
    sql: (base, args) => number(build(asNumber(base), args.map(asNumber))),
  }
}

/** A part of a time, in UTC or the zone given. */
function timePart(field: string): QueryFilter {
  return {
    base: timestamp,
    args: zone,
    sql: (base, [at]) => ({
      sql: `extract(${field} from ${asTime(base)} at time zone ${at === undefined ? `'UTC'` : asText(at)})::bigint`,
      type: int,
    }),
  }
}

function sinceEpoch(seconds: number): QueryFilter {
  return {
    base: timestamp,
    args: zone,
    sql: (base) => ({ sql: `floor(extract(epoch from ${asTime(base)}) / ${seconds})::bigint`, type: int }),
  }
}

/** Days, months and years are counted on the UTC calendar. */
function shifted(sign: '+' | '-', unit: string): QueryFilter {
  return {
    base: timestamp,
    args: () => [int],
    sql(base, [amount]) {
      const count = amount === undefined ? '1' : `(${asNumber(amount)})`
      const part = unit === 'secs' ? `secs => ${count}` : `${unit} => ${count}::int`
      return {
        sql: `((${asTime(base)} at time zone 'UTC' ${sign} make_interval(${part})) at time zone 'UTC')`,
        type: timestamp,
      }
    },
  }
}

function shifts(): [string, QueryFilter][] {
  const units = { seconds: 'secs', minutes: 'mins', hours: 'hours', days: 'days', months: 'months', years: 'years' }
  return Object.entries(units).flatMap(([name, unit]): [string, QueryFilter][] => [
    [`timestamp_add_${name}`, shifted('+', unit)],
    [`timestamp_subtract_${name}`, shifted('-', unit)],
  ])
}

/** A measure over two vectors, `a` and `b` their elements. */
function ofVectors(measure: string): QueryFilter {
  return {
    base: vector,
    args: () => [vector],
    required: 1,
    sql: (base, [other]) =>
      number(`(select ${measure} from unnest(${asVector(base)}, ${asVector(other!)}) as "~pair"(a, b))`),
  }
}

function asVector({ sql, type }: Typed): string {
  if (type.family === 'list') return sql
  return `array(select "~item"::double precision from jsonb_array_elements_text(${asJson({ sql, type })}) as "~item")`
}

const dot = 'sum(a * b)'
const cosine = `${dot} / nullif(sqrt(sum(a * a)) * sqrt(sum(b * b)), 0)`

/** A coordinate of a point, in radians. */
function radians(point: Typed, axis: 'lng' | 'lat'): string {
  return `radians((${asJson(point)} #>> '{data,${axis}}')::double precision)`
}

/** Metres between two points `{type: "point", data: {lng, lat}}`, on a sphere of the earth's mean radius. */
function metres(from: Typed, to: Typed): string {
  const latitude = `sin((${radians(to, 'lat')} - ${radians(from, 'lat')}) / 2)`
  const longitude = `sin((${radians(to, 'lng')} - ${radians(from, 'lng')}) / 2)`
  const chord = `${latitude} ^ 2 + cos(${radians(from, 'lat')}) * cos(${radians(to, 'lat')}) * ${longitude} ^ 2`
  return `(2 * 6371008.8 * asin(least(1, sqrt(${chord}))))`
}

function aggregate(build: (base: Typed) => Typed): QueryFilter {
  return { sql: (base) => build(base) }
}

/** The first or last in the order of the rows' ids. */
function edge(direction: 'asc' | 'desc'): QueryFilter {
  return {
    sql(base, _args, { to }) {
      const [alias] = to.scope.keys()
      const order = `"${(alias ?? '').replaceAll('"', '""')}"."id" ${direction}`
      return { sql: `(array_agg(${base.sql} order by ${order}))[1]`, type: base.type }
    },
  }
}

function toList(distinct: '' | 'distinct '): QueryFilter {
  return aggregate((base) => {
    const isDocument = base.type.family === 'json' || base.type.family === 'list'
    if (isDocument) return { sql: `coalesce(jsonb_agg(${distinct}${asJson(base)}), '[]')`, type: json }
    const type = listOf(base.type)
    return { sql: `coalesce(array_agg(${distinct}${base.sql}), '{}')`, type }
  })
}

/** All filters that queries know, by name. */
export const queryFilters: ReadonlyMap<string, QueryFilter> = new Map<string, QueryFilter>([
  ['to_lower', ofText((base) => `lower(${base})`)],
  ['lower', ofText((base) => `lower(${base})`)],
  ['to_upper', ofText((base) => `upper(${base})`)],
  ['upper', ofText((base) => `upper(${base})`)],
  ['trim', ofText((base) => `btrim(${base})`)],
  [
    'unaccent',
    ofText((base) => `normalize(regexp_replace(normalize(${base}, NFD), '[\\u0300-\\u036f]', '', 'g'), NFC)`),
  ],
  ['concat', ofText((base, [value, separator]) => `concat(${[base, separator, value].filter(Boolean).join(', ')})`)],
  [
    'substr',
    {
      base: text,
      args: () => [int, int],
      required: 1,
      sql: (base, [start, length]) => ({
        sql: section(asText(base), asNumber(start!), length === undefined ? null : asNumber(length)),
        type: text,
      }),
    },
  ],
  [
    'coalesce',
    {
      args: (base) => [base.type],
      required: 1,
      sql(base, [other]) {
        const [a, b] = alike(base, other!)
        return { sql: `coalesce(${a.sql}, ${b.sql})`, type: a.type }
      },
    },
  ],
  [
    'length',
    {
      sql(base) {
        if (base.type.family === 'list') return { sql: `coalesce(cardinality(${base.sql}), 0)::bigint`, type: int }
        if (base.type.family !== 'json') return { sql: `length(${asText(base)})::bigint`, type: int }
        return {
          sql: `(case jsonb_typeof(${base.sql}) when 'array' then jsonb_array_length(${base.sql}) else 0 end)::bigint`,
          type: int,
        }
      },
    },
  ],
  [
    'search_rank',
    {
      base: text,
      args: texts,
      required: 1,
      sql(_base, [words], { node, to }) {
        const { document, language } = documentOf(node.base, to)
        const query = `websearch_to_tsquery(${quoteText(language)}::regconfig, ${asText(words!)})`
        return number(`ts_rank(${document}, ${query})::double precision`)
      },
    },
  ],
  ['add', ofNumber((base, [value]) => `(${base} + ${value})`, 1)],
  ['sub', ofNumber((base, [value]) => `(${base} - ${value})`, 1)],
  ['subtract', ofNumber((base, [value]) => `(${base} - ${value})`, 1)],
  ['mul', ofNumber((base, [value]) => `(${base} * ${value})`, 1)],
  ['multiply', ofNumber((base, [value]) => `(${base} * ${value})`, 1)],
  ['div', ofNumber((base, [value]) => `(${base} / nullif(${value}, 0))`, 1)],
  ['divide', ofNumber((base, [value]) => `(${base} / nullif(${value}, 0))`, 1)],
  ['round', ofNumber((base, [digits]) => `round((${base})::numeric, ${digits ?? '2'}::int)::double precision`)],
  ['floor', ofNumber((base) => `floor(${base})`)],
  ['ceil', ofNumber((base) => `ceil(${base})`)],
  [
    'between',
    {
      args: (base) => [base.type, base.type],
      required: 2,
      sql: (base, [from, to]) => ({ sql: `(${base.sql} between ${from!.sql} and ${to!.sql})`, type: bool }),
    },
  ],
  ['timestamp_year', timePart('year')],
  ['timestamp_month', timePart('month')],
  ['timestamp_week', timePart('week')],
  ['timestamp_day_of_month', timePart('day')],
  ['timestamp_day_of_week', timePart('dow')],
  ['timestamp_day_of_year', timePart('doy')],
  ['timestamp_hour', timePart('hour')],
  ['timestamp_minute', timePart('minute')],
  ['timestamp_epoch_day', sinceEpoch(86_400)],
  ['timestamp_epoch_hour', sinceEpoch(3600)],
  ['timestamp_epoch_minute', sinceEpoch(60)],
  ['timestamp_epoch_sec', sinceEpoch(1)],
  ['timestamp_epoch_seconds', sinceEpoch(1)],
  ['timestamp_epoch_ms', sinceEpoch(0.001)],
  ...shifts(),
  ['distance', { base: json, args: () => [json], required: 1, sql: (base, [other]) => number(metres(base, other!)) }],
  [
    'within',
    {
      base: json,
      args: () => [json, decimal],
      required: 2,
      sql: (base, [other, radius]) => ({ sql: `(${metres(base, other!)} <= ${asNumber(radius!)})`, type: bool }),
    },
  ],
  ['covers', { needs: 'PostGIS' }],
  ['l1_distance_manhattan', ofVectors('sum(abs(a - b))')],
  ['l2_distance_euclidean', ofVectors('sqrt(sum((a - b) ^ 2))')],
  ['inner_product', ofVectors(dot)],
  ['negative_inner_product', ofVectors(`-${dot}`)],
  ['cosine_similarity', ofVectors(cosine)],
  ['cosine_distance', ofVectors(`1 - ${cosine}`)],
  ['count', aggregate((base) => ({ sql: `count(${base.sql})`, type: int }))],
  ['count_distinct', aggregate((base) => ({ sql: `count(distinct ${base.sql})`, type: int }))],
  ['sum', aggregate((base) => number(`coalesce(sum(${asNumber(base)}), 0)`))],
  ['avg', aggregate((base) => number(`avg(${asNumber(base)})`))],
  ['min', aggregate((base) => edgeOf('min', base))],
  ['max', aggregate((base) => edgeOf('max', base))],
  ['to_list', toList('')],
  ['to_distinct_list', toList('distinct ')],
  ['first', edge('asc')],
  ['last', edge('desc')],
])

/** Names of the filters that a query can compute, spellings of stacks included. */
export const queryFilterNames: readonly string[] = [...queryFilters.keys()]

/** min and max: types that the server has no order for are ordered by their text. */
function edgeOf(name: 'min' | 'max', base: Typed): Typed {
  const { family } = base.type
  if (family === 'number' || family === 'time' || family === 'date' || family === 'text') {
    return { sql: `${name}(${base.sql})`, type: base.type }
  }
  if (family === 'bool') return { sql: `${name === 'min' ? 'bool_and' : 'bool_or'}(${base.sql})`, type: bool }
  return { sql: `${name}(${asText(base)})`, type: text }
}
