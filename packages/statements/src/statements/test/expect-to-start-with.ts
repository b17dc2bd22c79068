import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { expectPaired, paired } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_start_with',
  label: 'Expect: starts with a text',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value starts with a text.',
  ...paired,
  needs: [],
}

export const run = expectPaired('text that starts with', (value, other) => toText(value).startsWith(toText(other)))

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_start_with ("abc") {
 value = "ab"
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
 expect.to_start_with ("abc") {
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
