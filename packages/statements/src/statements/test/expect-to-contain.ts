import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { expectPaired, paired } from './expectation.ts'
import { holds } from './holds.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_contain',
  label: 'Expect: contains another',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value contains another.',
  ...paired,
  needs: [],
}

export const run = expectPaired('something that contains', holds)

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_contain (["a"]) {
 value = "a"
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
 expect.to_contain (["a"]) {
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
