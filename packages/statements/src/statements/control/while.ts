import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { each } from './each.ts'

export const definition: StatementDefinition = {
  name: 'while',
  label: 'While loop',
  category: 'control',
  icon: 'refresh-cw',
  help: 'Runs a block as long as a condition holds.',
  keywords: ['loop'],
  subject: { kind: 'value', type: 'bool', label: 'Condition', help: 'Asked before each round.', required: true },
  args: {},
  clauses: {
    each: { label: 'For each', repeats: true },
  },
  needs: [],
}

export const emit: Emit = (_statement, emitter) => {
  const clause = each(emitter)
  emitter.loop(js`while (${emitter.condition(emitter.subject())})`, clause.body)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'until it fails',
    stack: `var $x {
 value = 0
}
while ($x < 5) {
 each {
 math.add $x {
 value = 2
 }
 }
}`,
    expect: 6,
  },
  {
    title: 'never',
    stack: `var $x {
 value = 0
}
while (false) {
 each {
 math.add $x {
 value = 1
 }
 }
}`,
    expect: 0,
  },
]
