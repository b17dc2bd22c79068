import { memberType } from '../types/member-type.ts'
import { didYouMean } from '../report/did-you-mean.ts'
import type { Check } from './check.ts'

/** A key that a value surely does not have: of a row, the columns that it was read with. */
export const members: Check = {
  codes: { unknown_member: 'warning' },
  member(node, type, _scope, { report }) {
    if (node.object.kind === 'variable' && node.object.name === 'input') return
    if (type.kind !== 'object' || memberType(type, node.key) !== undefined) return
    const what = type.table === undefined ? 'The object' : `This row of "${type.table}"`
    const names = [...type.fields.keys()]
    const hint = didYouMean(
      node.key,
      names,
      names.length === 0 ? 'It is empty.' : `It has ${names.slice(0, 12).join(', ')}.`,
    )
    report('unknown_member', node, `${what} has no "${node.key}".`, hint)
  },
}
