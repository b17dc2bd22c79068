/** How values of one type become another. `safe`: every value has a counterpart, so nothing can be lost. */
export interface Cast {
  using: string
  safe: boolean
  /** Whether it asks `fits` of each value. */
  checks: boolean
}

/** A value that does not fit becomes null. `fits`: name of the function (text, name of a type) that tells. */
export function castOf(from: string, to: string, column: string, fits: string): Cast {
  const safe = safeCasts[`${from} > ${to}`]
  if (safe !== undefined) return { using: safe.replaceAll('$', column), safe: true, checks: false }
  if (to === 'text') return { using: `${column}::text`, safe: true, checks: false }
  if (to === 'jsonb') return { using: `to_jsonb(${column})`, safe: true, checks: false }
  if (to === `${from}[]`)
    return { using: `case when ${column} is null then null else array[${column}] end`, safe: true, checks: false }
  const epoch = timeCasts[`${from} > ${to}`]
  if (epoch !== undefined) return { using: epoch.replaceAll('$', column), safe: false, checks: false }
  const text = from === 'jsonb' ? `(${column} #>> '{}')` : `${column}::text`
  return { using: `case when ${fits}(${text}, '${to}') then ${text}::${to} end`, safe: false, checks: true }
}

const safeCasts: Readonly<Record<string, string>> = {
  'boolean > bigint': '$::int::bigint',
  'boolean > double precision': '$::int::double precision',
  'date > timestamp with time zone': `$::timestamp at time zone 'UTC'`,
  'date > timestamptz': `$::timestamp at time zone 'UTC'`,
}

const timeCasts: Readonly<Record<string, string>> = {
  'bigint > timestamp with time zone': 'to_timestamp($ / 1000.0)',
  'timestamp with time zone > bigint': '(extract(epoch from $) * 1000)::bigint',
  'timestamp with time zone > date': `($ at time zone 'UTC')::date`,
  'double precision > bigint': 'trunc($)::bigint',
  'bigint > double precision': '$::double precision',
  'bigint > boolean': '$ <> 0',
}
