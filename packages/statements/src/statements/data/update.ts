import { variable } from '../../define/parameters.ts'
import { unwrapped } from './unwrapped.ts'
import { inPlace } from './in-place.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'var.update',
  label: 'Update variable',
  category: 'data',
  icon: 'variable',
  help: 'Gives a variable, or a place inside it, a new value.',
  keywords: ['set', 'change', 'assign'],
  target: variable(),
  args: { value: { kind: 'value', type: 'any', label: 'Value', help: 'What it holds from now on.', required: true } },
  assigns: 'value',
  needs: [],
}

export const emit: Emit = (statement, emitter) => {
  const tree = emitter.argumentTree('value')
  if (tree !== null && inPlace(statement, unwrapped(tree), emitter)) return
  const value = emitter.argument('value')
  emitter.place().write(value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a place in an object',
    stack: `var $x {
 value = {a: {b: 1}}
}
var.update $x.a.b {
 value = 2
}`,
    expect: { a: { b: 2 } },
  },
  {
    title: 'a copy stays as it was',
    stack: `var $a {
 value = {n: 1}
}
var $x {
 value = $a
}
var.update $a.n {
 value = 2
}`,
    expect: { n: 1 },
  },
  {
    title: 'adding to itself in a loop',
    stack: `var $x {
 value = []
}
for (3) {
 each as $i {
 var.update $x {
 value = $x|push:$i
 }
 }
}`,
    expect: [0, 1, 2],
  },
]
