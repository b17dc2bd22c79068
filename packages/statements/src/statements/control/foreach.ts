import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { each } from './each.ts'

export const definition: StatementDefinition = {
  name: 'foreach',
  label: 'For each loop',
  category: 'control',
  icon: 'repeat',
  help: 'Runs a block for each element of a list, object or stream.',
  keywords: ['loop', 'iterate'],
  subject: { kind: 'value', type: 'array', label: 'List', help: 'What to go over.', required: true },
  args: {},
  clauses: {
    each: { label: 'For each', repeats: true, binds: 'element' },
  },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const clause = each(emitter)
  const element = emitter.local()
  const source = emitter.elements(emitter.value(emitter.subject()))
  const binding = clause.statement.as
  emitter.closing(() => {
    emitter.loop(source.head(element), () => {
      if (binding !== null) emitter.assign(binding.name, element)
      clause.body()
    })
  })
  emitter.removeMarked()
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a list',
    stack: `var $x {
 value = 0
}
foreach ([1, 2, 3]) {
 each as $n {
 math.add $x {
 value = $n
 }
 }
}`,
    expect: 6,
  },
  {
    title: 'an object: its values',
    stack: `var $x {
 value = ""
}
foreach ({a: "p", b: "q"}) {
 each as $v {
 text.append $x {
 value = $v
 }
 }
}`,
    expect: 'pq',
  },
]
