import { expect, test } from 'vitest'
import { findingsInStack } from '../findings-in.ts'

test.each([
  [
    'db.query user {\nwhere = $db.user.emial == "a"\n}',
    ['2 error unknown_column: The table "user" has no column "emial". Did you mean "email"?'],
  ],
  [
    'db.query user {\nwhere = $db.emial == "a"\n}',
    ['2 error unknown_column: The table "user" has no column "emial". Did you mean "email"?'],
  ],
  [
    'db.query post {\njoin = {\nauthor: {table: "user", where: $db.post.user_id == $db.author.ident}\n}\n}',
    [
      '3 error unknown_column: The table "user" has no column "ident". ' +
        'It has id, name, email, password, age, active, key, seen.',
    ],
  ],
  [
    'db.get user {\nfield_name = "mail"\nfield_value = 1\n} as $u',
    ['2 error unknown_column: The table "user" has no column "mail". Did you mean "email"?'],
  ],
  [
    'db.add user {\ndata = {nam: "Ada", !no: 1}\n}',
    ['2 error unknown_column: The table "user" has no column "nam". Did you mean "name"?'],
  ],
  [
    'db.get user {\nfield_name = "id"\nfield_value = 1\noutput = ["id", "agee"]\n} as $u',
    ['4 warning lost_column: The table "user" has no column "agee". Did you mean "age"?'],
  ],
  ['db.query user {\neval = {years: $db.user.age}\nwhere = $db.years > 1\n}', []],
  ['db.query post {\njoin = {\nuser: {table: "user", where: $db.post.user_id == $db.user.id}\n}\n}', []],
  ['db.add user {\ndata = $env\n}', []],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})
