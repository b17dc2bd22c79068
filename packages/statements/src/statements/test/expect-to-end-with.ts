import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { expectPaired, paired } from './expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_end_with',
  label: 'Expect: ends with a text',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value ends with a text.',
  ...paired,
  needs: [],
}

export const run = expectPaired('text that ends with', (value, other) => toText(value).endsWith(toText(other)))

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
