import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { compilePattern } from '../../text/pattern.ts'
import { toText } from '../../values/convert.ts'
import { expectPaired, paired } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_match',
  label: 'Expect: matches a regular expression',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value matches a regular expression.',
  ...paired,
  needs: [],
}

export const run = expectPaired('text that matches', (value, pattern) =>
  compilePattern(toText(pattern)).test(toText(value)),
)

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
