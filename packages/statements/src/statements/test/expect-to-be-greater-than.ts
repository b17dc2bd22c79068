import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { compare } from '../../values/equality.ts'
import { expectPaired, paired } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_greater_than',
  label: 'Expect: is larger than another',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is larger than another.',
  ...paired,
  needs: [],
}

export const run = expectPaired('more than', (value, other) => compare(value, other) > 0)

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_greater_than (2) {
 value = 1
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
 expect.to_be_greater_than (1) {
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
