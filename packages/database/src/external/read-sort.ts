import type { QueryPlan, QuerySort, Value } from '@cairn/statements'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { isObject, onlyMembers, readJson, refuse } from './json.ts'
import { publicColumn } from './public-column.ts'

const param = 'sort'
const mostKeys = 16
const form = 'Write [{"sortBy": "table.column", "orderBy": "asc"}].'

/** A request's `[{sortBy, orderBy}]`; null when it has none. */
export function readSort(given: Value, plan: QueryPlan, catalogue: Catalogue): QuerySort[] | null {
  const read = readJson(given, param)
  if (read === null || (Array.isArray(read) && read.length === 0)) return null
  const items = Array.isArray(read) ? read : [read]
  if (items.length > mostKeys) return refuse(`The sort has more than ${mostKeys} keys.`, 'Sort by fewer.', param)
  return items.map((item) => readKey(item, plan, catalogue))
}

function readKey(item: Value, plan: QueryPlan, catalogue: Catalogue): QuerySort {
  if (!isObject(item)) return refuse('A key of the sort is not an object.', form, param)
  onlyMembers(item, ['sortBy', 'orderBy'], param)
  const { sortBy, orderBy = 'asc' } = item
  if (typeof sortBy !== 'string') return refuse('A key of the sort does not name its column.', form, param)
  const order = typeof orderBy === 'string' ? orderBy.toLowerCase() : ''
  if (order !== 'asc' && order !== 'desc') return refuse('The order of a sort is asc or desc.', form, param)
  if (plan.return.type === 'aggregate') {
    if (isNameOfGroup(sortBy, plan)) return { by: sortBy, order }
    return refuse('The sort names nothing that the groups show.', 'Sort by the name of a group or of an eval.', param)
  }
  const { table, column, path } = publicColumn(sortBy, plan, catalogue, param)
  return { by: [table, column, ...path].filter((part) => part !== '').join('.'), order }
}

/** Rows of an aggregate are sorted by what they show. */
function isNameOfGroup(name: string, plan: QueryPlan): boolean {
  if (plan.return.type !== 'aggregate') return false
  return [...plan.return.group, ...plan.return.evals].some((made) => made.name === name)
}
