import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation } from './fail-expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_false',
  label: 'Expect: is false',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is false.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {},
  needs: [],
}

export const run: Run = (args) => {
  const value = readValue(args, 'subject')
  return value === false ? null : failExpectation('false', value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_false (false)
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_be_false (0)
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
