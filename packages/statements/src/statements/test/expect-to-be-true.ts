import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { expectSole, sole } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_true',
  label: 'Expect: is true',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is true.',
  ...sole,
  needs: [],
}

export const run = expectSole('true', (value) => value === true)

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_true (true)
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_be_true (1)
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
