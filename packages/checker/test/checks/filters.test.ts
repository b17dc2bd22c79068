import { expect, test } from 'vitest'
import { findingsInStack } from '../findings-in.ts'

const log = (value: string) => `debug.log {\nvalue = ${value}\n}`

test.each([
  [log('"a"|to_uper'), ['2 error unknown_filter: There is no filter "to_uper". Did you mean "to_upper"?']],
  [
    log('1|timestamp_add_dayz:1'),
    ['2 error unknown_filter: There is no filter "timestamp_add_dayz". It can only stand in a query.'],
  ],
  [
    log('"a"|split'),
    ['2 error missing_filter_argument: The filter "split" needs the argument "separator". Write |split:…'],
  ],
  [log('"5"|to_int:0'), ['2 warning surplus_filter_argument: The filter "to_int" has no argument 1. It takes none.']],
  [log('"%s %s"|sprintf:1:2'), []],
  [log('"a"|!nothing'), []],
  ['db.query user {\nwhere = $db.user.name|length > 3\n}', []],
  [
    'db.query user {\nwhere = ($db.user.name|to_lowre) == "a"\n}',
    ['2 error unknown_filter: There is no filter "to_lowre". Did you mean "to_lower"?'],
  ],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})
