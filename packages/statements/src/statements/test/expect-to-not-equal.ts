import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { expectPaired, paired } from './expectation.ts'
import { sameValue } from './same-value.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_not_equal',
  label: 'Expect: differs from another',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value differs from another.',
  ...paired,
  needs: [],
}

export const run = expectPaired('anything but', (value, other) => !sameValue(value, other))

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_not_equal (1) {
 value = 2
}
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_not_equal (1) {
 value = 1
}
 }
 catch {
 var $x {
 value = $error.name
 }
 }
}`,
    expect: 'ERROR_FATAL',
  },
]
