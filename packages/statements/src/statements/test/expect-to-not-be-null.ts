import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { expectSole, sole } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_not_be_null',
  label: 'Expect: is not null',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is not null.',
  ...sole,
  needs: [],
}

export const run = expectSole('anything but null', (value) => value !== null)

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_not_be_null (0)
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_not_be_null (null)
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
