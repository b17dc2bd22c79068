import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'break',
  label: 'Loop: break',
  category: 'control',
  icon: 'corner-down-right',
  help: 'Leaves the loop around it.',
  args: {},
  ends: 'round',
  needs: [],
}

export const emit: Emit = (_statement, emitter) => emitter.leave('break')

export const examples: readonly StatementExample[] = [
  {
    title: 'in a loop',
    stack: `var $x {
 value = []
}
for (3) {
 each as $i {
 conditional {
 if ($i == 1) {
 break
 }
 }
 array.push $x {
 value = $i
 }
 }
}`,
    expect: [0],
  },
  {
    title: 'the inner loop only',
    stack: `var $x {
 value = 0
}
for (2) {
 each as $i {
 for (2) {
 each as $j {
 break
 }
 }
 math.add $x {
 value = 1
 }
 }
}`,
    expect: 2,
  },
]
