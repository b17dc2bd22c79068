import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { isEmpty } from '../../values/kinds.ts'
import { expectSole, sole } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_empty',
  label: 'Expect: is empty',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is empty.',
  ...sole,
  needs: [],
}

export const run = expectSole('something empty', isEmpty)

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_empty ([])
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_be_empty ([1])
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
