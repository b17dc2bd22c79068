import { expect, test } from 'vitest'
import { findingsInStack } from '../findings-in.ts'

const get = 'db.get user {\nfield_name = "id"\nfield_value = 1\n} as $user\n'
const log = (value: string) => `debug.log {\nvalue = ${value}\n}`

test.each([
  [get + log('$user.nmae'), ['6 warning unknown_member: This row of "user" has no "nmae". Did you mean "name"?']],
  [get + log('$user.password'), []],
  [
    'db.query user {\noutput = ["id", "name"]\n} as $users\nforeach ($users) {\neach as $u {\n' +
      log('$u.age') +
      '\n}\n}',
    ['7 warning unknown_member: This row of "user" has no "age". It has id, name.'],
  ],
  [
    'db.query user {\nreturn = {type: "list", paging: {page: 1}}\n} as $page\n' + log('$page.itmes'),
    ['5 warning unknown_member: The object has no "itmes". Did you mean "items"?'],
  ],
  ['db.query user {\nreturn = {type: "list", paging: {page: 1}}\n} as $page\n' + log('$page.items[0].age'), []],
  [
    'db.query user {\n} as $users\n' + log('$users|first|get:"x"') + '\n' + log('($users|first).nam'),
    ['7 warning unknown_member: This row of "user" has no "nam". Did you mean "name"?'],
  ],
  [
    'function.run "greet" {\ninput = {name: "Ada"}\n} as $greeting\n' + log('$greeting.txt'),
    ['5 warning unknown_member: The object has no "txt". Did you mean "text"?'],
  ],
  [get + 'var.update $user.extra {\nvalue = 1\n}\n' + log('$user.extra'), []],
  [get + 'var $user {\nvalue = {other: 1}\n}\n' + log('$user.other'), []],
  [
    'db.get user {\nfield_name = "id"\nfield_value = 1\naddon = [{name: "x", as: "posts"}]\n} as $user\n' +
      log('$user.posts'),
    [],
  ],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})
