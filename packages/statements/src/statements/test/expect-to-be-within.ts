import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { compare } from '../../values/equality.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation, shown } from './fail-expectation.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_within',
  label: 'Expect: lies between two others',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value lies between two others.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {
    min: required('any', 'Smallest', 'The value must be above it.'),
    max: required('any', 'Largest', 'The value must be below it.'),
  },
  needs: [],
}

/** Both bounds are excluded. */
export const run: Run = (args) => {
  const [value, min, max] = [readValue(args, 'subject'), readValue(args, 'min'), readValue(args, 'max')]
  if (compare(value, min) > 0 && compare(value, max) < 0) return null
  return failExpectation(`something between ${shown(min)} and ${shown(max)}`, value)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_within (2) {
 min = 1
 max = 3
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
 expect.to_be_within (1) {
 min = 1
 max = 3
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
