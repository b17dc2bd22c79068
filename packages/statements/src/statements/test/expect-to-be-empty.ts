import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { isEmpty } from '../../values/kinds.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation } from './fail-expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_empty',
  label: 'Expect: is empty',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is empty.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {},
  needs: [],
}

export const run: Run = (args) => {
  const value = readValue(args, 'subject')
  return isEmpty(value) ? null : failExpectation('something empty', value)
}

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
