import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { compare } from '../../values/equality.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation, shown } from './fail-expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_less_than',
  label: 'Expect: is smaller than another',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is smaller than another.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {
    value: required('any', 'Value', 'What it is compared with.'),
  },
  needs: [],
}

export const run: Run = (args) => {
  const [value, expected] = [readValue(args, 'subject'), readValue(args, 'value')]
  return compare(value, expected) < 0 ? null : failExpectation(`less than ${shown(expected)}`, value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_less_than (1) {
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
 expect.to_be_less_than (1) {
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
