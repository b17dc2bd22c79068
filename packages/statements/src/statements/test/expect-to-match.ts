import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { compilePattern } from '../../text/pattern.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation, shown } from './fail-expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_match',
  label: 'Expect: matches a regular expression',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value matches a regular expression.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {
    value: required('any', 'Value', 'What it is compared with.'),
  },
  needs: [],
}

export const run: Run = (args) => {
  const [value, expected] = [readValue(args, 'subject'), readValue(args, 'value')]
  return compilePattern(toText(expected)).test(toText(value))
    ? null
    : failExpectation(`text that matches ${shown(expected)}`, value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_match ("abc") {
 value = "/^a/"
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
 expect.to_match ("abc") {
 value = "/^b/"
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
