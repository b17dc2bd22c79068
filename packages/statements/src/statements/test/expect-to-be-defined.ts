import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation } from './fail-expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_defined',
  label: 'Expect: is defined',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is defined.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {},
  needs: [],
}

export const run: Run = (args) => {
  const value = readValue(args, 'subject')
  return value !== null ? null : failExpectation('a value', value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_defined (1)
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_be_defined (null)
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
