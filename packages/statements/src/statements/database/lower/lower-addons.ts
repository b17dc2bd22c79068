import type { Expression, ObjectLiteral } from '@cairn/language'
import type { QueryAddon } from '../../../ports/database.ts'
import { lowerOutput } from './lower-output.ts'
import { bare, chainOf, constantOf, entryOf, someExpression, textOf } from './read-tree.ts'
import type { Fail } from './scope.ts'

export interface AddonTools {
  slot: (expression: Expression) => number
  fail: Fail
  /** Whether results are rows of a list, whose paths may start with `items`. */
  list: boolean
}

/** `addon = { _client: { name, input, output, addon } }` or `addon = [{ name, as, offset, input, output, addon }]`. */
export function lowerAddons(expression: Expression | null, tools: AddonTools): QueryAddon[] {
  if (expression === null) return []
  const inner = bare(expression)
  if (inner.kind === 'null') return []
  if (inner.kind === 'array') return inner.elements.map((element) => lowerAddon(null, element, tools))
  if (inner.kind !== 'object') {
    return tools.fail('unreadable_addon', 'Addons are written [{name: "…", input: {…}, as: "…"}].', expression)
  }
  return inner.entries.flatMap((entry) => {
    if (entry.kind !== 'entry') return tools.fail('unreadable_addon', 'An addon is written alias: {name: …}.', entry)
    return entry.disabled ? [] : [lowerAddon(entry.key, entry.value, tools)]
  })
}

function lowerAddon(alias: string | null, expression: Expression, tools: AddonTools): QueryAddon {
  const inner = bare(expression)
  const name = inner.kind === 'object' ? textOf(entryOf(inner, 'name')) : null
  if (inner.kind !== 'object' || name === null || name === '') {
    return tools.fail('unreadable_addon', 'An addon must name the addon to run: {name: "…"}.', expression)
  }
  const nested = { ...tools, list: false }
  return {
    as: pathOf(alias ?? textOf(entryOf(inner, 'as')) ?? `_${name}`, textOf(entryOf(inner, 'offset')), tools.list),
    addon: name,
    input: lowerInput(entryOf(inner, 'input'), tools),
    output: lowerOutput(entryOf(inner, 'output'), tools.fail),
    addons: lowerAddons(entryOf(inner, 'addon', 'addons'), nested),
  }
}

/** `items[]` and `_book` are the path items._book; a list's own `items` is not part of it. */
function pathOf(as: string, offset: string | null, list: boolean): string[] {
  const path = [...(offset ?? '').split('.'), ...as.split('.')]
    .map((segment) => segment.replace(/\[\]$/, ''))
    .filter((segment) => segment !== '')
  return list && path.length > 1 && path[0] === 'items' ? path.slice(1) : path
}

function lowerInput(expression: Expression | null, tools: AddonTools): QueryAddon['input'] {
  if (expression === null) return {}
  const inner = bare(expression)
  if (inner.kind !== 'object') return tools.fail('unreadable_addon', 'Input is written {name: $output.id}.', expression)
  return Object.fromEntries(inputEntries(inner, tools))
}

function inputEntries(object: ObjectLiteral, tools: AddonTools): [string, QueryAddon['input'][string]][] {
  return object.entries.flatMap((entry): [string, QueryAddon['input'][string]][] => {
    if (entry.kind !== 'entry') return tools.fail('unreadable_addon', 'Input is written {name: $output.id}.', entry)
    return entry.disabled ? [] : [[entry.key, lowerInputValue(entry.value, tools)]]
  })
}

function lowerInputValue(expression: Expression, tools: AddonTools): QueryAddon['input'][string] {
  const chain = chainOf(expression)
  if (chain?.root === 'output') return { kind: 'output', path: chain.keys }
  const constant = constantOf(expression)
  if (constant !== undefined) return { kind: 'literal', value: constant }
  if (readsRow(expression)) {
    return tools.fail(
      'computed_addon_input',
      'An input of an addon is $output.<column>, nothing computed from it.',
      expression,
    )
  }
  return { kind: 'value', slot: tools.slot(expression) }
}

function readsRow(expression: Expression): boolean {
  return someExpression(
    expression,
    (node) => node.kind === 'variable' && (node.name === 'output' || node.name === 'db'),
  )
}
