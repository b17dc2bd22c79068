import type { Expression, Statement } from '@cairn/language'
import type { QueryNode, QueryPlan } from '../../../ports/database.ts'
import type { PrepareTools } from '../../../define/types.ts'
import { lowerAddons } from './lower-addons.ts'
import { lowerEvals } from './lower-eval.ts'
import { lowerCondition } from './lower-expression.ts'
import { overridePaging, readExternal, readExternalClassic, type External } from './lower-external.ts'
import { lowerOutput } from './lower-output.ts'
import { lowerAggregate, lowerReturn, readReturn, type QueryReturn } from './lower-return.ts'
import { lowerSort } from './lower-sort.ts'
import { lowerJoin, readJoins } from './lower-source.ts'
import { argumentOf, entryOf, switchOf, textOf } from './read-tree.ts'
import type { Scope } from './scope.ts'

/** How the `$`-values of a query are supplied: by a stack's slots, or by an addon's inputs. */
export interface ValueSource extends Pick<Scope, 'value' | 'truth'> {
  slot: (expression: Expression) => number
  fail: PrepareTools['fail']
}

/** The plan of a `db.query` statement. */
export function lowerQuery(statement: Statement, source: ValueSource): QueryPlan {
  const scope = scopeOf(statement, source)
  const joins = readJoins(argumentOf(statement, 'join'), source.fail)
  const joined = { ...scope, aliases: joins.map(({ alias, table }) => ({ alias, table })) }
  const evals = lowerEvals(argumentOf(statement, 'eval'), joined)
  const full: Scope = { ...joined, evals: new Map(evals.map(({ name, value }) => [name, value])) }
  const external = externalOf(statement, source)
  const result = lowerResult(statement, full, external)
  return {
    kind: 'query',
    table: scope.table,
    where: lowerWhere(argumentOf(statement, 'where'), full),
    additionalWhere: optionalSlot(argumentOf(statement, 'additional_where') ?? external.search, source),
    joins: joins.map((join) => lowerJoin(join, full)),
    evals,
    ...lowerOrder(statement, external, source),
    return: result,
    output: lowerOutput(argumentOf(statement, 'output'), source.fail),
    addons: lowerAddons(argumentOf(statement, 'addon'), {
      slot: source.slot,
      fail: source.fail,
      list: result.type !== 'single',
    }),
    lock: lockOf(statement, source.fail),
  }
}

/** The scope of a statement about one table. */
export function scopeOf(statement: Statement, source: ValueSource): Scope {
  const { value, truth, fail } = source
  return { table: tableOf(statement, fail), aliases: [], evals: new Map(), value, truth, fail }
}

/** The table a statement names. */
export function tableOf(statement: Statement, fail: PrepareTools['fail']): string {
  const name = textOf(statement.target) ?? textOf(argumentOf(statement, 'table'))
  if (name !== null && name !== '') return name
  return fail('missing_table', `${statement.name} must name its table: ${statement.name} "table" {…}.`, statement)
}

/** A condition, or null when none was written. */
export function lowerWhere(expression: Expression | null, scope: Scope): QueryNode | null {
  if (expression === null) return null
  const node = lowerCondition(expression, scope)
  return node.kind === 'literal' && (node.value === null || node.value === '') ? null : node
}

/** Whether rows are locked until the transaction ends. */
export function lockOf(statement: Statement, fail: PrepareTools['fail']): boolean {
  const written = argumentOf(statement, 'lock')
  return switchOf(written) ?? fail('computed_setting', 'lock must be written as true or false.', statement)
}

function lowerResult(statement: Statement, scope: Scope, external: External): QueryReturn {
  const older = readReturn(argumentOf(statement, 'return_aggregate'), scope.fail)
  const written = readReturn(argumentOf(statement, 'return'), scope.fail)
  const result = older !== null && written === null ? lowerAggregate(older, scope) : lowerReturn(written, scope)
  if (!('paging' in result)) return result
  const value = (expression: Expression): QueryNode => scope.value(expression) ?? { kind: 'literal', value: null }
  return { ...result, paging: overridePaging(result.paging, external, value) }
}

function lowerOrder(
  statement: Statement,
  external: External,
  source: ValueSource,
): Pick<QueryPlan, 'sort' | 'overrideSort'> {
  const returned = readReturn(argumentOf(statement, 'return') ?? argumentOf(statement, 'return_aggregate'), source.fail)
  const inReturn = returned === null ? null : entryOf(returned, 'sort', 'sorting')
  const written = argumentOf(statement, 'sort') ?? inReturn
  const sort = lowerSort(written, source.fail)
  const override = argumentOf(statement, 'override_sort') ?? external.sort ?? (sort === null ? written : null)
  return { sort: sort ?? [], overrideSort: optionalSlot(override, source) }
}

function externalOf(statement: Statement, source: ValueSource): External {
  const external = argumentOf(statement, 'external')
  if (external !== null) return readExternal(external, source.fail)
  const classic = argumentOf(statement, 'external_classic')
  if (classic !== null) return readExternalClassic(classic, source.fail)
  return { search: null, sort: null, page: null, perPage: null, offset: null }
}

function optionalSlot(expression: Expression | null, source: ValueSource): { slot: number } | null {
  return expression === null || expression.kind === 'null' ? null : { slot: source.slot(expression) }
}
