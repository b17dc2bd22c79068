import { parseExpression, type AddonObject, type Body } from '@cairn/language'

/** Of the variable for what the statement gives, where it names none. */
const name = 'answer'

/** An addon as a stack: without a response of its own it answers what its last statement gives. */
export function answeringAddon(addon: AddonObject): AddonObject {
  if (addon.response !== null || addon.stack === null) return addon
  const last = addon.stack.items.findLastIndex((item) => item.kind === 'statement' && !item.disabled)
  const statement = addon.stack.items[last]
  if (statement?.kind !== 'statement') return addon
  const { end } = statement
  const binding = statement.as ?? { kind: 'binding' as const, name, sigil: true, filters: null, start: end, end }
  const stack: Body = { ...addon.stack, items: addon.stack.items.with(last, { ...statement, as: binding }) }
  const response = parseExpression(`$${binding.name}`).expression
  return { ...addon, stack, response }
}
