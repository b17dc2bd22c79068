import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { expectSole, sole } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_null',
  label: 'Expect: is null',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is null.',
  ...sole,
  needs: [],
}

export const run = expectSole('null', (value) => value === null)

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_null (null)
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_be_null (0)
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
