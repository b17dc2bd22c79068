import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { readValue } from '../../define/read-argument.ts'
import { failExpectation } from './fail-expectation.ts'
import { parsePhrase } from '../../time/phrase/parse-phrase.ts'
import { toText } from '../../values/convert.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_be_in_the_future',
  label: 'Expect: is in the future',
  category: 'test',
  icon: 'circle-check',
  help: 'The test fails unless the value is in the future.',
  subject: required('any', 'Value', 'What is looked at.'),
  args: {},
  needs: ['clock'],
}

export const run: Run = (args, { ports }) => {
  const value = readValue(args, 'subject')
  const now = ports.clock.now()
  const time = typeof value === 'number' ? value : parsePhrase(toText(value), now, 'UTC')
  return time !== null && time > now ? null : failExpectation('a time in the future', value)
}

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
