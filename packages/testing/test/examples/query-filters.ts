import type { Value } from '@cairn/statements'

/** What a filter of queries makes of a row: an ordinary case, and one at its edge. */
export type QueryFilterExample = [expression: string, expected: Value]

/** The one row that the examples look at. */
export const rowOfExamples: { [column: string]: Value } = {
  name: 'Élan Vital',
  note: null,
  amount: 7,
  less: -7,
  price: 2.345,
  nothing: null,
  at: Date.UTC(2024, 1, 29, 23, 30, 45, 678),
  tags: ['a', 'b'],
  none: [],
  place: { type: 'point', data: { lng: 0, lat: 0 } },
  embedding: [3, 4],
}

export const tableOfExamples = `table thing {
  schema {
    int id
    text name
    text? note?
    int amount
    int less
    decimal price
    decimal? nothing?
    timestamp at
    text[] tags
    text[] none
    geo_point place?
    vector embedding? {
      size = 2
    }
  }
  index = [{type: "search", field: [{name: "name"}]}]
}`

const at = (...parts: [number, number, ...number[]]) => Date.UTC(...parts)
const east = '{type: "point", data: {lng: 1, lat: 0}}'
const here = '{type: "point", data: {lng: 0, lat: 0}}'

/** By filter. Of a `$` without more, it is a column: `$name` is `$db.thing.name`. */
export const queryFilterExamples: Readonly<Record<string, readonly QueryFilterExample[]>> = {
  to_lower: [
    ['$name|to_lower', 'élan vital'],
    ['$note|to_lower', null],
  ],
  to_upper: [
    ['$name|to_upper', 'ÉLAN VITAL'],
    ['$note|to_upper', null],
  ],
  trim: [
    ['"  a b "|concat:$name|trim', 'a b Élan Vital'],
    ['$note|trim', null],
  ],
  unaccent: [
    ['$name|unaccent', 'Elan Vital'],
    ['$note|unaccent', null],
  ],
  concat: [
    ['$name|concat:"!"', 'Élan Vital!'],
    ['$name|concat:$amount:" - "', 'Élan Vital - 7'],
    ['$note|concat:"x"', 'x'],
  ],
  substr: [
    ['$name|substr:1:3', 'lan'],
    ['$name|substr:5', 'Vital'],
    ['$name|substr:-5:3', 'Vit'],
    ['$name|substr:0:-6', 'Élan'],
    ['$name|substr:20:3', ''],
  ],
  length: [
    ['$tags|length', 2],
    ['$none|length', 0],
  ],
  coalesce: [
    ['$price|coalesce:1', 2.345],
    ['$nothing|coalesce:1.5', 1.5],
  ],
  floor: [
    ['$price|floor', 2],
    ['$less|div:2|floor', -4],
  ],
  ceil: [
    ['$price|ceil', 3],
    ['$less|div:2|ceil', -3],
  ],
  round: [
    ['$price|round', 2.35],
    ['$price|round:0', 2],
    ['$less|div:2|round:0', -4],
  ],
  add: [
    ['$amount|add:3', 10],
    ['$nothing|add:3', null],
  ],
  sub: [
    ['$amount|sub:10', -3],
    ['$amount|sub:$less', 14],
  ],
  mul: [
    ['$amount|mul:0.5', 3.5],
    ['$amount|mul:$nothing', null],
  ],
  div: [
    ['$amount|div:2', 3.5],
    ['$amount|div:0', null],
  ],
  between: [
    ['$amount|between:7:9', true],
    ['$amount|between:8:9', false],
  ],
  search_rank: [
    ['($name|search_rank:"vital") > 0', true],
    ['$name|search_rank:"missing"', 0],
  ],
  timestamp_year: [
    ['$at|timestamp_year', 2024],
    ['"2024-12-31T23:30:00Z"|timestamp_year:"Asia/Tokyo"', 2025],
  ],
  timestamp_month: [
    ['$at|timestamp_month', 2],
    ['$at|timestamp_month:"Asia/Tokyo"', 3],
  ],
  timestamp_week: [
    ['$at|timestamp_week', 9],
    ['"2027-01-01"|timestamp_week', 53],
  ],
  timestamp_day_of_month: [
    ['$at|timestamp_day_of_month', 29],
    ['$at|timestamp_day_of_month:"Asia/Tokyo"', 1],
  ],
  timestamp_day_of_week: [
    ['$at|timestamp_day_of_week', 4],
    ['"2024-03-03"|timestamp_day_of_week', 0],
  ],
  timestamp_day_of_year: [
    ['$at|timestamp_day_of_year', 60],
    ['"2024-12-31"|timestamp_day_of_year', 366],
  ],
  timestamp_hour: [
    ['$at|timestamp_hour', 23],
    ['$at|timestamp_hour:"Asia/Kolkata"', 5],
  ],
  timestamp_minute: [
    ['$at|timestamp_minute', 30],
    ['$at|timestamp_minute:"Asia/Kolkata"', 0],
  ],
  timestamp_epoch_day: [
    ['$at|timestamp_epoch_day', 19782],
    ['"1969-12-31T23:00:00Z"|timestamp_epoch_day', -1],
  ],
  timestamp_epoch_hour: [
    ['$at|timestamp_epoch_hour', 474791],
    ['"1969-12-31T23:00:00Z"|timestamp_epoch_hour', -1],
  ],
  timestamp_epoch_minute: [
    ['$at|timestamp_epoch_minute', 28487490],
    ['"1969-12-31T23:59:30Z"|timestamp_epoch_minute', -1],
  ],
  timestamp_epoch_sec: [
    ['$at|timestamp_epoch_sec', 1709249445],
    ['"1969-12-31T23:59:59.5Z"|timestamp_epoch_sec', -1],
  ],
  timestamp_epoch_ms: [
    ['$at|timestamp_epoch_ms', 1709249445678],
    ['"1970-01-01"|timestamp_epoch_ms', 0],
  ],
  timestamp_add_seconds: [
    ['$at|timestamp_add_seconds', at(2024, 1, 29, 23, 30, 46, 678)],
    ['$at|timestamp_add_seconds:-46', at(2024, 1, 29, 23, 29, 59, 678)],
  ],
  timestamp_subtract_seconds: [
    ['$at|timestamp_subtract_seconds:45', at(2024, 1, 29, 23, 30, 0, 678)],
    ['$at|timestamp_subtract_seconds:-3600', at(2024, 2, 1, 0, 30, 45, 678)],
  ],
  timestamp_add_minutes: [
    ['$at|timestamp_add_minutes:30', at(2024, 2, 1, 0, 0, 45, 678)],
    ['$at|timestamp_add_minutes', at(2024, 1, 29, 23, 31, 45, 678)],
  ],
  timestamp_subtract_minutes: [
    ['$at|timestamp_subtract_minutes:31', at(2024, 1, 29, 22, 59, 45, 678)],
    ['$at|timestamp_subtract_minutes', at(2024, 1, 29, 23, 29, 45, 678)],
  ],
  timestamp_add_hours: [
    ['$at|timestamp_add_hours', at(2024, 2, 1, 0, 30, 45, 678)],
    ['$at|timestamp_add_hours:-24', at(2024, 1, 28, 23, 30, 45, 678)],
  ],
  timestamp_subtract_hours: [
    ['$at|timestamp_subtract_hours:24', at(2024, 1, 28, 23, 30, 45, 678)],
    ['$at|timestamp_subtract_hours', at(2024, 1, 29, 22, 30, 45, 678)],
  ],
  timestamp_add_days: [
    ['$at|timestamp_add_days:366', at(2025, 2, 1, 23, 30, 45, 678)],
    ['"now"|timestamp_add_days', at(2026, 1, 1, 10)],
  ],
  timestamp_subtract_days: [
    ['$at|timestamp_subtract_days', at(2024, 1, 28, 23, 30, 45, 678)],
    ['"now"|timestamp_subtract_days:31', at(2025, 11, 31, 10)],
  ],
  timestamp_add_months: [
    ['$at|timestamp_add_months', at(2024, 2, 29, 23, 30, 45, 678)],
    ['"2024-01-31"|timestamp_add_months:1', at(2024, 1, 29)],
  ],
  timestamp_subtract_months: [
    ['$at|timestamp_subtract_months:2', at(2023, 11, 29, 23, 30, 45, 678)],
    ['"2024-03-31"|timestamp_subtract_months:1', at(2024, 1, 29)],
  ],
  timestamp_add_years: [
    ['$at|timestamp_add_years:4', at(2028, 1, 29, 23, 30, 45, 678)],
    ['$at|timestamp_add_years', at(2025, 1, 28, 23, 30, 45, 678)],
  ],
  timestamp_subtract_years: [
    ['$at|timestamp_subtract_years:4', at(2020, 1, 29, 23, 30, 45, 678)],
    ['$at|timestamp_subtract_years', at(2023, 1, 28, 23, 30, 45, 678)],
  ],
  // A degree of the equator is 111,195 m.
  distance: [
    [`$place|distance:${east}|round:-1`, 111_200],
    [`$place|distance:${here}`, 0],
  ],
  within: [
    [`$place|within:${east}:111300`, true],
    [`$place|within:${east}:111100`, false],
  ],
  l1_distance_manhattan: [
    ['$embedding|l1_distance_manhattan:[0, 0]', 7],
    ['$embedding|l1_distance_manhattan:[3, 4]', 0],
  ],
  l2_distance_euclidean: [
    ['$embedding|l2_distance_euclidean:[0, 0]', 5],
    ['$embedding|l2_distance_euclidean:[3, 4]', 0],
  ],
  inner_product: [
    ['$embedding|inner_product:[1, 2]', 11],
    ['$embedding|inner_product:[0, 0]', 0],
  ],
  negative_inner_product: [
    ['$embedding|negative_inner_product:[1, 2]', -11],
    ['$embedding|negative_inner_product:[-4, 3]', 0],
  ],
  cosine_similarity: [
    ['$embedding|cosine_similarity:[6, 8]', 1],
    ['$embedding|cosine_similarity:[-4, 3]', 0],
    ['$embedding|cosine_similarity:[0, 0]', null],
  ],
  cosine_distance: [
    ['$embedding|cosine_distance:[6, 8]', 0],
    ['$embedding|cosine_distance:[-3, -4]', 2],
  ],
}

/** Of several rows: what a group's filters make of them, over `amount` 1, 2, 2 and null. */
export const groupFilterExamples: Readonly<Record<string, readonly QueryFilterExample[]>> = {
  count: [
    ['$amount|count', 3],
    ['$id|count', 4],
  ],
  count_distinct: [
    ['$amount|count_distinct', 2],
    ['$id|count_distinct', 4],
  ],
  sum: [
    ['$amount|sum', 5],
    ['$nothing|sum', 0],
  ],
  avg: [
    ['$amount|avg|round:2', 1.67],
    ['$nothing|avg', null],
  ],
  min: [
    ['$amount|min', 1],
    ['$name|min', 'a'],
  ],
  max: [
    ['$amount|max', 2],
    ['$nothing|max', null],
  ],
  first: [
    ['$name|first', 'b'],
    ['$amount|first', 1],
  ],
  last: [
    ['$name|last', 'a'],
    ['$amount|last', null],
  ],
  to_list: [
    ['$name|to_list', ['b', 'a', 'a', 'a']],
    ['$amount|to_list', [1, 2, 2, null]],
  ],
  to_distinct_list: [
    ['$name|to_distinct_list', ['a', 'b']],
    ['$id|to_distinct_list', [1, 2, 3, 4]],
  ],
}
