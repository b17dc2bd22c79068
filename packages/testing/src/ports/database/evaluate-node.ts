import { evaluateOperator, getPath, isTruthy, type QueryNode, type Value, type ValueObject } from '@cairn/statements'
import { compareNode } from './compare-node.ts'

/** What a node of a query may look at. */
export interface NodeScope {
  row: ValueObject
  values: readonly Value[]
  now: number
}

/** The value of a node for one row. Filters of queries need a real database. */
export function evaluateNode(node: QueryNode, scope: NodeScope): Value {
  switch (node.kind) {
    case 'column':
      return columnOf(scope.row, node.column, node.path)
    case 'value':
      return scope.values[node.slot] ?? null
    case 'literal':
      return node.value
    case 'now':
      return scope.now
    case 'and':
      return node.items.every((item) => isTruthy(evaluateNode(item, scope)))
    case 'or':
      return node.items.some((item) => isTruthy(evaluateNode(item, scope)))
    case 'not':
      return !isTruthy(evaluateNode(node.item, scope))
    case 'arithmetic':
      return evaluateOperator(node.operator, evaluateNode(node.left, scope), evaluateNode(node.right, scope))
    case 'conditional':
      return evaluateNode(isTruthy(evaluateNode(node.test, scope)) ? node.then : node.else, scope)
    case 'compare':
      return compareNode(node, evaluateNode(node.left, scope), evaluateNode(node.right, scope))
    case 'filter':
      throw new Error(`The fake database has no filter ${node.name}; test it on a real one.`)
  }
}

function columnOf(row: ValueObject, column: string, path: readonly string[]): Value {
  const value = Object.hasOwn(row, column) ? (row[column] ?? null) : null
  return path.reduce<Value>((inner, key) => getPath(inner, key) ?? null, value)
}
