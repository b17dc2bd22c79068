import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { expectSole, sole } from './expectation.ts'
import { timeOf } from './time-of.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_in_the_future',
  label: 'Expect: is in the future',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is in the future.',
  ...sole,
  needs: ['clock'],
}

export const run = expectSole('a time in the future', (value, clock) => {
  const now = clock()
  const time = timeOf(value, now)
  return time !== null && time > now
})

export const examples: readonly StatementExample[] = [
  {
    title: 'it holds',
    stack: `expect.to_be_in_the_future ("+1 day")
var $x {
 value = 1
}`,
    expect: 1,
  },
  {
    title: 'it does not',
    stack: `try_catch {
 try {
 expect.to_be_in_the_future ("-1 day")
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
