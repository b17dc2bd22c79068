import { expect, test } from 'vitest'
import { findingsInStack } from '../findings-in.ts'

const where = (condition: string) => `db.query user {\nwhere = ${condition}\n}`
const different = (operator: string, left: string, right: string) => [
  `2 error different_types: "${operator}" compares ${left} with ${right}. Compare with a value of the same type.`,
]

test.each([
  [where('$db.user.id == "first"'), different('==', 'a whole number', 'text')],
  [where('$db.user.id == true'), different('==', 'a whole number', 'true or false')],
  [where('$db.user.active >? 3'), different('>', 'true or false', 'a whole number')],
  [where('$db.user.key == $db.user.id'), different('==', 'a uuid', 'a whole number')],
  [where('$db.user.id in [true, false]'), different('in', 'a whole number', 'true or false')],
  [where('$db.user.id == "5"'), []],
  [where('$db.user.name == 5'), []],
  [where('$db.user.seen > now'), []],
  [where('$db.user.seen > 1700000000000'), []],
  [where('$db.user.id ==? null'), []],
  [where('$db.user.id == $input.who'), []],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack, 'text who?')).toEqual(findings)
})

test('a join between columns of different types', () => {
  const stack = 'db.query post {\njoin = {\nuser: {table: "user", where: $db.post.key == $db.user.id}\n}\n}'
  expect(findingsInStack(stack)).toEqual([
    '3 error different_types: "==" compares a uuid with a whole number. Compare with a value of the same type.',
  ])
})
