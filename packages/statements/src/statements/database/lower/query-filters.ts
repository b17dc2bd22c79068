/** Filters that only the database has, beside those that stacks have too. */
const databaseOnly = new Set([
  'coalesce',
  'cosine_distance',
  'cosine_similarity',
  'covers',
  'distance',
  'inner_product',
  'l1_distance_manhattan',
  'l2_distance_euclidean',
  'negative_inner_product',
  'search_rank',
  'within',
])

/** Spellings of stacks for filters that queries know under another name. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['lower', 'to_lower'],
  ['upper', 'to_upper'],
  ['strip_accents', 'unaccent'],
  ['subtract', 'sub'],
  ['multiply', 'mul'],
  ['divide', 'div'],
  ['modulus', 'mod'],
])

/** Filters of columns and of groups that a stack does not have. */
const columnOnly = new Set(['between', 'count_distinct', 'length', 'to_distinct_list', 'to_list'])

/** Whether a query has a filter of that name that a stack does not have. */
export function isQueryFilter(name: string): boolean {
  return isDatabaseOnly(name) || columnOnly.has(name)
}

/** The name a filter has in a query. */
export function queryFilterName(name: string): string {
  return spellings.get(name) ?? name
}

/** Whether only the database can compute a filter, even of plain values: `"now"|timestamp_add_days:-14`. */
export function isDatabaseOnly(name: string): boolean {
  return databaseOnly.has(name) || isTimestampFilter(name)
}

/** Filters of a point in time; the text "now" before one is the current time. */
export function isTimestampFilter(name: string): boolean {
  return name.startsWith('timestamp_')
}
