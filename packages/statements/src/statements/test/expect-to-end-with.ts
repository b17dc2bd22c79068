import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation, shown } from './fail-expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_end_with',
  label: 'Expect: ends with a text',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value ends with a text.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {
    value: required('any', 'Value', 'What it is compared with.'),
  },
  needs: [],
}

export const run: Run = (args) => {
  const [value, expected] = [readValue(args, 'subject'), readValue(args, 'value')]
  return toText(value).endsWith(toText(expected))
    ? null
    : failExpectation(`text that ends with ${shown(expected)}`, value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_end_with ("abc") {
 value = "bc"
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
 expect.to_end_with ("abc") {
 value = "b"
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
