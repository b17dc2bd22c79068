import type { QueryNode, QueryPlan } from '@cairn/statements'
import type { FieldDefinition } from '@cairn/language'
import { tableOf, type Catalogue, type Table } from '../catalogue/catalogue.ts'
import { refuse } from './json.ts'

type ColumnNode = Extract<QueryNode, { kind: 'column' }>

/**
 * The column a request names, as `table.column`, `column` or the name of an eval. Passwords, private and internal columns
 * are refused in the same words as unknown ones: neither their content nor that they exist can be asked for.
 */
export function publicColumn(name: string, plan: QueryPlan, catalogue: Catalogue, param: string): ColumnNode {
  const found = findPublic(name, plan, catalogue)
  return found ?? refuse(`The ${param} names no column that it may use.`, 'Write it as "table.column".', param)
}

function findPublic(name: string, plan: QueryPlan, catalogue: Catalogue): ColumnNode | null {
  const segments = name.split('.')
  const [head = '', ...rest] = segments
  if (plan.evals.some((made) => made.name === name)) {
    return isPublicEval(name, plan, catalogue, new Set()) ? { kind: 'column', table: name, column: '', path: [] } : null
  }
  const joined = aliasesOf(plan).get(head)
  const [alias, table, path] =
    joined !== undefined && rest.length > 0 ? [head, joined, rest] : [plan.table, plan.table, segments]
  const [column = '', ...inner] = path
  if (!isPublic(tableOf(catalogue, table), path)) return null
  return { kind: 'column', table: alias, column, path: inner }
}

function aliasesOf(plan: QueryPlan): Map<string, string> {
  return new Map([[plan.table, plan.table], ...plan.joins.map(({ alias, table }) => [alias, table] as const)])
}

function isPublic(table: Table, path: readonly string[]): boolean {
  const [name = '', ...rest] = path
  const column = table.columns.get(name)
  if (column === undefined || (rest.length > 0 && column.type.family !== 'json')) return false
  return isOpen(column.definition, rest)
}

/** A document is as secret as its most secret part: to compare the whole would tell of the part. */
function isOpen(field: FieldDefinition, path: readonly string[]): boolean {
  if (field.type === 'password' || field.visibility !== 'public') return false
  const [name, ...rest] = path
  if (name === undefined) return field.schema.every((member) => isOpen(member, []))
  if (field.schema.length === 0) return true
  const member = field.schema.find((candidate) => candidate.name === name)
  return member !== undefined && isOpen(member, rest)
}

/** Whether everything an eval reads is public. */
function isPublicEval(name: string, plan: QueryPlan, catalogue: Catalogue, open: Set<string>): boolean {
  const value = plan.evals.find((made) => made.name === name)?.value
  if (value === undefined || open.has(name)) return false
  open.add(name)
  const isPublicIn = (column: ColumnNode): boolean => {
    const table = aliasesOf(plan).get(column.table)
    if (table !== undefined && column.column !== '') {
      return isPublic(tableOf(catalogue, table), [column.column, ...column.path])
    }
    const [own = '', ...path] = [column.table, column.column, ...column.path].filter((part) => part !== '')
    if (plan.evals.some((made) => made.name === own)) return isPublicEval(own, plan, catalogue, open)
    return isPublic(tableOf(catalogue, plan.table), [own, ...path])
  }
  return columnsOf(value).every(isPublicIn)
}

function columnsOf(node: QueryNode): ColumnNode[] {
  switch (node.kind) {
    case 'column':
      return [node]
    case 'and':
    case 'or':
      return node.items.flatMap(columnsOf)
    case 'not':
      return columnsOf(node.item)
    case 'compare':
    case 'arithmetic':
      return [...columnsOf(node.left), ...columnsOf(node.right)]
    case 'filter':
      return [node.base, ...node.args].flatMap(columnsOf)
    case 'conditional':
      return [node.test, node.then, node.else].flatMap(columnsOf)
    default:
      return []
  }
}
