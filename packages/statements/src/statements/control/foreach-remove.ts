import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'foreach.remove',
  label: 'For each loop: remove entry',
  category: 'control',
  icon: 'list-x',
  help: 'Removes the current element from the list that the loop goes over.',
  args: {},
  needs: [],
}

export const emit: Emit = (_statement, emitter) => emitter.removeElement()

export const examples: readonly StatementExample[] = [
  {
    title: 'some',
    stack: `var $x {
 value = [1, 2, 3]
}
foreach ($x) {
 each as $n {
 conditional {
 if ($n == 2) {
 foreach.remove
 }
 }
 }
}`,
    expect: [1, 3],
  },
  {
    title: 'all',
    stack: `var $x {
 value = [1, 2]
}
foreach ($x) {
 each as $n {
 foreach.remove
 }
}`,
    expect: [],
  },
]
