import { expect, test } from 'vitest'
import { findReferences, parse, type ReferenceKind, type Statement } from '../src/index.ts'

const found = (text: string, kind: ReferenceKind, name: string) =>
  findReferences(parse(text).file.objects[0] as Statement, kind, name).map(({ address, start, end }) => [
    address,
    text.slice(start, end),
  ])

const TEXT = `query "me" verb=GET {
  auth = "user"
  input {
    int user_id {
      table = "user"
    }
    dblink {
      table = "user"
    }
    text note?="user"
  }
  stack {
    db.query user {
      join = {
        deal: {table: "deal", where: $db.deal.user == "user"}
      }
    } as $users
    conditional {
      if ($users) {
        function.run "user" {
          input = {table_name: "user"}
        } as $x
        security.create_auth_token {
          table = "user"
          id = 1
        } as $t
      }
    }
  }
  response = "user"
}
`

test.each([
  [
    'table',
    'user',
    [
      [null, '"user"'],
      [null, '"user"'],
      [null, '"user"'],
      ['stack.0', 'user'],
      ['stack.1.then.1', '"user"'],
    ],
  ],
  ['table', 'deal', [['stack.0', '"deal"']]],
  ['function', 'user', [['stack.1.then.0', '"user"']]],
  ['function', 'deal', []],
  ['table', 'note', []],
] as const)('%s %s', (kind, name, wanted) => {
  expect(found(TEXT, kind, name)).toEqual(wanted)
})

test.each([
  ['table "deal" {\n  schema {\n    int user_id {\n      table = "user"\n    }\n  }\n}\n', 1],
  ['table_trigger "t" {\n  table = "user"\n  stack {\n  }\n}\n', 1],
  ['table "user" {\n  schema {\n    int id\n  }\n}\n', 0],
])('%#', (text, count) => {
  expect(found(text, 'table', 'user')).toHaveLength(count)
})
