import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { toInt } from '../../values/convert.ts'
import { each } from './each.ts'

export const definition: StatementDefinition = {
  name: 'for',
  label: 'For loop',
  category: 'control',
  icon: 'repeat-1',
  help: 'Runs a block a number of times; the variable counts from 0.',
  keywords: ['loop', 'repeat', 'times'],
  subject: { kind: 'value', type: 'int', label: 'Times', help: 'How often.', required: true },
  args: {},
  clauses: {
    each: { label: 'For each', repeats: true, binds: 'int' },
  },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const clause = each(emitter)
  const [count, index] = [emitter.local(), emitter.local()]
  emitter.line(js`${count} = ${emitter.constant(toInt)}(${emitter.value(emitter.subject())})`)
  const binding = clause.statement.as
  emitter.loop(js`for (${index} = 0; ${index} < ${count}; ${index}++)`, () => {
    if (binding !== null) emitter.assign(binding.name, index)
    clause.body()
  })
}

export const examples: readonly StatementExample[] = [
  {
    title: 'counts from 0',
    stack: `var $x {
 value = []
}
for (3) {
 each as $i {
 array.push $x {
 value = $i
 }
 }
}`,
    expect: [0, 1, 2],
  },
  {
    title: 'none',
    stack: `var $x {
 value = 1
}
for (0) {
 each as $i {
 math.add $x {
 value = 1
 }
 }
}`,
    expect: 1,
  },
]
