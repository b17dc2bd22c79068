import type { AddonObject, Expression, Statement } from '@cairn/language'
import { StackError } from '../../../values/error.ts'
import type { AddonPlan, QueryNode } from '../../../ports/database.ts'
import { lowerQuery, type ValueSource } from './lower-query.ts'
import { chainOf } from './read-tree.ts'
import type { Fail } from './scope.ts'

/**
 * The plan of a saved addon: its one `db.query`, whose values are the addon's inputs. Everything else in it is computed
 * by the database, so that one statement answers for all parents. Throws a StackError when that cannot be.
 */
export function prepareAddon(addon: AddonObject): AddonPlan {
  const fail: Fail = (reason, message) => {
    throw new StackError('standard', reason, `Addon "${addon.name}": ${message}`)
  }
  const statement = queryOf(addon)
  if (statement === null) return fail('unreadable_addon', 'its stack must hold one db.query.', addon.statement)
  const inputs: string[] = []
  return { name: addon.name, query: lowerQuery(statement, inputValues(inputs, fail)), inputs }
}

function queryOf(addon: AddonObject): Statement | null {
  const statements = (addon.stack?.items ?? []).filter(
    (item): item is Statement => item.kind === 'statement' && !item.disabled,
  )
  const [first] = statements
  return statements.length === 1 && first?.name === 'db.query' ? first : null
}

function inputValues(inputs: string[], fail: Fail): ValueSource {
  const slotOf = (name: string): number => {
    const known = inputs.indexOf(name)
    return known === -1 ? inputs.push(name) - 1 : known
  }
  const value = (expression: Expression): QueryNode | null => {
    const chain = chainOf(expression)
    if (chain === null) return null
    const name = chain.root === 'input' && chain.keys.length === 1 ? chain.keys[0] : undefined
    if (name !== undefined) return { kind: 'value', slot: slotOf(name) }
    return fail('addon_value', `$${[chain.root, ...chain.keys].join('.')} is not one of its inputs.`, expression)
  }
  const slot = (expression: Expression): number => {
    const node = value(expression)
    if (node?.kind === 'value') return node.slot
    return fail('addon_value', 'this must be one of its inputs: $input.<name>.', expression)
  }
  return { slot, value, truth: value, fail }
}
