import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { expectSole, sole } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_not_be_defined',
  label: 'Expect: is not defined',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is not defined.',
  ...sole,
  needs: [],
}

export const run = expectSole('no value', (value) => value === null)

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_not_be_defined (null)
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_not_be_defined (1)
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
