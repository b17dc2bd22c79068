import { expect, test } from 'vitest'
import { findingsIn } from '../findings-in.ts'

const query = (stack: string, response = 'null', auth = '') =>
  `query "it" verb=POST {\n${auth}\ninput {\n}\nstack {\n${stack}\n}\nresponse = ${response}\n}`
const open = (name: string) => [
  `1 warning open_write: Anybody can call this endpoint, and it changes rows (${name}). Set auth, unless it is meant to be open.`,
]

const token = 'security.create_auth_token {\ntable = "user"\nid = 1\nextras = {}\nexpiration = 60\n} as $token'

test.each([
  ['a write', query('db.add user {\ndata = {name: "Ada"}\n}'), open('db.add')],
  ['inside a block', query('conditional {\nif (true) {\ndb.truncate user\n}\n}'), open('db.truncate')],
  ['in a function that it calls', query('function.run "save" {\n}'), open('db.truncate')],
  ['with auth', query('db.truncate user', 'null', 'auth = "user"'), []],
  ['only reading', query('db.query user {\n}'), []],
  ['a sign-up: it gives the token', query(`db.add user {\ndata = {name: "Ada"}\n}\n${token}`), []],
  ['a token that is switched off', query(`db.truncate user\n!${token}`), open('db.truncate')],
  ['switched off', query('!db.truncate user'), []],
])('an endpoint without auth that writes: %s', (_title, text, findings) => {
  expect(findingsIn(text)).toEqual(findings)
})

const get = (output: string) => `db.get user {\nfield_name = "id"\nfield_value = 1\n${output}\n} as $user`
const returned = (line: number) => [
  `${line} warning password_in_response: The response returns the password column user.password. Leave it out of output.`,
]

test.each([
  ['the row, named', query(get('output = ["id", "password"]'), '$user'), returned(12)],
  ['by name', query(get(''), '{hash: $user.password}'), returned(12)],
  ['in a list', query('db.query user {\noutput = ["password"]\n} as $users', '{users: $users}'), returned(10)],
  ['the row, where it is hidden', query(get(''), '$user'), []],
  ['not returned', query(get('output = ["id", "password"]'), '$user.id'), []],
])('a password in the response: %s', (_title, text, findings) => {
  expect(findingsIn(text)).toEqual(findings)
})
