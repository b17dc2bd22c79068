import { expect, test } from 'vitest'
import { readWorkspace } from '@cairn/language'
import { catalogue } from '@cairn/statements'
import { checkWorkspace } from '../../src/index.ts'
import { findingsIn, findingsInStack } from '../findings-in.ts'

test.each([
  ['db.query usr {\n}', ['1 error unknown_table: There is no table "usr". Did you mean "user"?']],
  ['db.query elephant {\n}', ['1 error unknown_table: There is no table "elephant". Add it, or name another.']],
  ['db.query "" {\n}', ['1 warning lost_reference: This names no table; it fails when it is reached. Choose a table.']],
  [
    'db.query user {\njoin = {\npots: {table: "pots", where: $db.user.id == $db.pots.user_id}\n}\n}',
    ['2 error unknown_table: There is no table "pots". Did you mean "post"?'],
  ],
  [
    'security.create_auth_token {\ntable = "uesr"\nid = 1\n} as $t',
    ['2 error unknown_table: There is no table "uesr". Did you mean "user"?'],
  ],
  ['function.run "great" {\n}', ['1 error unknown_function: There is no function "great". Did you mean "greet"?']],
  [
    'function.run "" {\n}',
    ['1 warning lost_reference: This names no function; it fails when it is reached. Choose a function.'],
  ],
  ['db.query user {\n}\n!db.query nothing {\n}', []],
  ['db.query nothing {\ndisabled = true\n}', []],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})

test('the table of auth', () => {
  const query = 'query "me" verb=GET {\n  auth = "usr"\n  input {\n  }\n  stack {\n  }\n  response = null\n}'
  expect(findingsIn(query)).toEqual(['2 error unknown_table: There is no table "usr". Did you mean "user"?'])
})

test('a file that is checked alone says nothing about what it cannot know', () => {
  const text = 'function "a" { input { } stack { db.query user {\n}\nfunction.run "b" {\n}\n} response = null }'
  const model = readWorkspace([{ path: 'a.xs', text }])
  expect(checkWorkspace(model, catalogue)).toEqual([])
})
