import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { sameValue } from './same-value.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation, shown } from './fail-expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_equal',
  label: 'Expect: equals another',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value equals another.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {
    value: required('any', 'Value', 'What it is compared with.'),
  },
  needs: [],
}

export const run: Run = (args) => {
  const [value, expected] = [readValue(args, 'subject'), readValue(args, 'value')]
  return sameValue(value, expected) ? null : failExpectation(shown(expected), value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_equal ({a: [1]}) {
 value = {a: [1]}
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
 expect.to_equal (1) {
 value = "1"
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
