import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { looseEquals } from '../../values/equality.ts'

export const definition: StatementDefinition = {
  name: 'switch',
  label: 'Switch',
  category: 'control',
  icon: 'list-tree',
  help: 'Runs the block of the first case that equals a value, and those after it up to a break.',
  keywords: ['case'],
  subject: { kind: 'value', type: 'any', label: 'Value', help: 'The value to compare.', required: true },
  args: {},
  clauses: {
    case: { label: 'Case', many: true, optional: true },
    default: { label: 'Default', optional: true, runs: 'otherwise' },
  },
  needs: [],
}

export const emit: Emit = (statement, emitter) => {
  const [value, state] = [emitter.local(), emitter.local()]
  emitter.line(js`${value} = ${emitter.value(emitter.subject())}`)
  // 0: no case met yet, 1: running, 2: left by a break.
  emitter.line(js`${state} = 0`)
  const same = emitter.constant(looseEquals)
  const cases = emitter.clauses('case')
  for (const clause of cases) {
    const wanted = clause.statement.subject ?? emitter.fail('missing_subject', 'case needs a value in parentheses.')
    emitter.block(js`if (${state} === 1 || (${state} === 0 && ${same}(${value}, ${emitter.value(wanted)})))`, () => {
      emitter.line(js`${state} = 1`)
      clause.body()
      if (clause.statement.breaks) emitter.line(js`${state} = 2`)
    })
  }
  for (const otherwise of emitter.clauses('default')) emitter.block(js`if (${state} !== 2)`, otherwise.body)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a case',
    stack: `var $x {
 value = 0
}
switch (2) {
 case (1) {
 var.update $x {
 value = 1
 }
 } break
 case (2) {
 var.update $x {
 value = 2
 }
 } break
 default {
 var.update $x {
 value = 3
 }
 }
}`,
    expect: 2,
  },
  {
    title: 'without a break the next case runs too',
    stack: `var $x {
 value = 0
}
switch (1) {
 case (1) {
 math.add $x {
 value = 1
 }
 }
 case (2) {
 math.add $x {
 value = 10
 }
 } break
 default {
 math.add $x {
 value = 100
 }
 }
}`,
    expect: 11,
  },
]
