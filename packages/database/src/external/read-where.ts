import type { CompareOperator, QueryNode, QueryPlan, Value } from '@cairn/statements'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { isObject, onlyMembers, readJson, refuse, type JsonObject } from './json.ts'
import { publicColumn } from './public-column.ts'

const param = 'filter'
const deepest = 10
const mostStatements = 100
const form =
  'Write {"expression": [{"statement": {"left": {"tag": "col", "operand": "table.column"}, "op": "=", "right": {"operand": 1}}}]}.'

const operators: ReadonlyMap<string, CompareOperator> = new Map([
  ['=', '=='],
  ['==', '=='],
  ['!=', '!='],
  ['>', '>'],
  ['>=', '>='],
  ['<', '<'],
  ['<=', '<='],
  ['between', 'between'],
  ['not between', 'not between'],
  ['contains', 'contains'],
  ['not contains', 'not contains'],
  ['in', 'in'],
  ['not in', 'not in'],
  ['overlaps', 'overlaps'],
  ['not overlaps', 'not overlaps'],
  ['like', 'like'],
  ['not like', 'not like'],
  ['ilike', 'ilike'],
  ['not ilike', 'not ilike'],
  ['includes', 'includes'],
  ['not includes', 'not includes'],
  ['regex', '~'],
  ['not regex', '!~'],
])

/** A condition of a request, and the values it compares with: `slot` of the node is `firstSlot` and up. */
export interface ExternalWhere {
  node: QueryNode
  values: Value[]
}

/** Reads a request's filter JSON, its columns checked and its values apart; null when it filters nothing. */
export function readWhere(
  given: Value,
  plan: QueryPlan,
  catalogue: Catalogue,
  firstSlot: number,
): ExternalWhere | null {
  const read = readJson(given, param)
  if (read === null) return null
  const values: Value[] = []
  const slot = (value: Value): QueryNode => ({ kind: 'value', slot: firstSlot + values.push(value) - 1 })
  const node = new WhereReader(plan, catalogue, slot).group(read, 0)
  return node === null ? null : { node, values }
}

class WhereReader {
  readonly #plan: QueryPlan
  readonly #catalogue: Catalogue
  readonly #slot: (value: Value) => QueryNode
  #statements = 0

  constructor(plan: QueryPlan, catalogue: Catalogue, slot: (value: Value) => QueryNode) {
    this.#plan = plan
    this.#catalogue = catalogue
    this.#slot = slot
  }

  /** `{expression: […]}` or the list alone. As in SQL, `and` binds tighter than `or`. */
  group(read: Value | undefined, depth: number): QueryNode | null {
    if (depth > deepest) return refuse('The filter has groups within groups too deep.', 'Flatten it.', param)
    if (isObject(read)) onlyMembers(read, ['expression'], param)
    const items = isObject(read) ? read['expression'] : read
    if (!Array.isArray(items)) return refuse('The filter has no list of expressions.', form, param)
    const alternatives: QueryNode[][] = [[]]
    for (const item of items) {
      if (!isObject(item)) return refuse('An expression of the filter is not an object.', form, param)
      const node = this.#item(item, depth)
      if (node === null) continue
      if (isOr(item) && alternatives.at(-1)!.length > 0) alternatives.push([])
      alternatives.at(-1)!.push(node)
    }
    const all = alternatives.filter((each) => each.length > 0).map((each) => joined('and', each))
    return all.length === 0 ? null : joined('or', all)
  }

  #item(item: JsonObject, depth: number): QueryNode | null {
    onlyMembers(item, ['type', 'or', 'group', 'statement', 'disabled'], param)
    if (item['disabled'] === true) return null
    const type = item['type'] ?? (item['group'] === undefined ? 'statement' : 'group')
    if (type === 'group') return this.group(item['group'], depth + 1)
    if (type !== 'statement') return refuse('An expression is of type statement or group.', form, param)
    return this.#statement(item['statement'])
  }

  #statement(statement: Value | undefined): QueryNode {
    this.#statements += 1
    if (this.#statements > mostStatements) {
      return refuse(`The filter has more than ${mostStatements} comparisons.`, 'Compare with "in" a list.', param)
    }
    if (!isObject(statement)) return refuse('A statement of the filter is not an object.', form, param)
    onlyMembers(statement, ['left', 'op', 'right'], param)
    const written = statement['op'] ?? '='
    const operator = typeof written === 'string' ? operators.get(written.toLowerCase().trim()) : undefined
    if (operator === undefined) {
      return refuse(
        'A statement of the filter has an unknown op.',
        `Known are: ${[...operators.keys()].join(', ')}.`,
        param,
      )
    }
    const left = this.#operand(statement['left'])
    const right = this.#operand(statement['right'])
    if (left.kind !== 'column') return refuse('The left side of a statement is a column.', form, param)
    return { kind: 'compare', operator, ignoreNull: false, left, right }
  }

  #operand(side: Value | undefined): QueryNode {
    if (!isObject(side)) return refuse('A side of a statement is not an object.', form, param)
    onlyMembers(side, ['tag', 'operand'], param)
    const { tag = '', operand = null } = side
    if (tag === 'col' && typeof operand === 'string') {
      return publicColumn(operand, this.#plan, this.#catalogue, param)
    }
    if (tag !== '' && tag !== 'const') return refuse('The tag of an operand is col or const.', form, param)
    return this.#slot(operand)
  }
}

function isOr(item: JsonObject): boolean {
  const or = item['or'] ?? false
  if (typeof or !== 'boolean') return refuse('"or" is true or false.', form, param)
  return or
}

function joined(kind: 'and' | 'or', items: QueryNode[]): QueryNode {
  return items.length === 1 ? items[0]! : { kind, items }
}
