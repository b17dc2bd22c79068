import { expect, test } from 'vitest'
import { parse, renameInObject, type Renaming } from '../src/index.ts'

const TEXT = `// $total stays in a comment
query "user" verb=GET {
  auth = "user"
  input {
    int total? filters=min:1 // kept
    int other
  }
  stack {
    var $total {
      value = $input.total + $var.total|add:$total
    }
    db.query user {
      where = $db.user.total == $total && $db.user.id == $input.total
    } as $rows
    var.update $total.deep {
      value = {total: \`$total|add:$input.total\`, "$total": "$total", total2: $total2}
    }
    foreach ($rows) {
      each as $row {
        var.update $row {
          value = $row.total
        }
      }
    }
    function.run "user" as $result
  }
  response = $total
}
`

const changed = (renaming: Renaming, text = TEXT) => {
  const renamed = renameInObject(text, renaming)
  if (renamed === null) return null
  expect(parse(renamed.text).diagnostics).toEqual(parse(text).diagnostics)
  const lines = renamed.text.split('\n')
  const before = text.split('\n')
  return [renamed.places, ...lines.filter((line, index) => line !== before[index]).map((line) => line.trim())]
}

test.each<[Renaming, unknown]>([
  [
    { kind: 'variable', from: 'total', to: 'sum' },
    [
      7,
      'var $sum {',
      'value = $input.total + $var.sum|add:$sum',
      'where = $db.user.total == $sum && $db.user.id == $input.total',
      'var.update $sum.deep {',
      'value = {total: `$sum|add:$input.total`, "$total": "$total", total2: $total2}',
      'response = $sum',
    ],
  ],
  [
    { kind: 'input', from: 'total', to: 'sum' },
    [
      4,
      'int sum? filters=min:1 // kept',
      'value = $input.sum + $var.total|add:$total',
      'where = $db.user.total == $total && $db.user.id == $input.sum',
      'value = {total: `$total|add:$input.sum`, "$total": "$total", total2: $total2}',
    ],
  ],
  [{ kind: 'variable', from: 'row', to: 'one' }, [3, 'each as $one {', 'var.update $one {', 'value = $one.total']],
  [{ kind: 'variable', from: 'result', to: 'answer' }, [1, 'function.run "user" as $answer']],
  [{ kind: 'function', from: 'user', to: 'a b' }, [1, 'function.run "a b" as $result']],
  [{ kind: 'variable', from: 'total', to: 'rows' }, null],
  [{ kind: 'variable', from: 'total', to: 'no name' }, null],
  [{ kind: 'input', from: 'total', to: 'other' }, null],
  [{ kind: 'variable', from: 'gone', to: 'x' }, null],
])('%j', (renaming, wanted) => {
  expect(changed(renaming)).toEqual(wanted)
})

test('a table is renamed where it is defined and where it is used, quoted where it has to be', () => {
  expect(changed({ kind: 'table', from: 'user', to: 'person' })).toEqual([2, 'auth = "person"', 'db.query person {'])
  expect(changed({ kind: 'table', from: 'user', to: 'a b' })).toEqual([2, 'auth = "a b"', 'db.query "a b" {'])
  const table = 'table "user" {\n  schema {\n    int id\n    int parent? {\n      table = "user"\n    }\n  }\n}\n'
  expect(changed({ kind: 'table', from: 'user', to: 'person' }, table)).toEqual([
    2,
    'table "person" {',
    'table = "person"',
  ])
})

const STACK = `query "deals" verb=GET {
  stack {
    db.query deal {
      join = {owner: {table: "deal", where: $db.deal.id == $db.owner.title}}
      where = $db.deal.title == $input.title && $db.company.title == "title"
      sort = {title: "asc", "deal.title": "desc"}
      eval = {title: "owner.title"}
      output = ["id", "title", "items.title.x", "titles"]
    } as $deals
    db.query company {
      output = ["title"]
    } as $companies
    db.add deal {
      data = {title: $deals.title, !title: 1, "title": {title: 1}}
    } as $deal
    db.get deal {
      field_name = "title"
      field_value = $deal.title
    } as $mixed
    db.get company {
      field_name = "title"
      field_value = $mixed.title
    } as $mixed
  }
  response = {title: $deal.title, other: $mixed.title}
}
`

test('a column is renamed where its table, and no other, is meant', () => {
  expect(changed({ kind: 'column', table: 'deal', from: 'title', to: 'name' }, STACK)).toEqual([
    13,
    'join = {owner: {table: "deal", where: $db.deal.id == $db.owner.name}}',
    'where = $db.deal.name == $input.title && $db.company.title == "title"',
    'sort = {name: "asc", "deal.name": "desc"}',
    'eval = {title: "owner.name"}',
    'output = ["id", "name", "items.name.x", "titles"]',
    'data = {name: $deals.title, !name: 1, "name": {title: 1}}',
    'field_name = "name"',
    'field_value = $deal.name',
    'response = {title: $deal.name, other: $mixed.title}',
  ])
})

test('a column is renamed in its table with its indexes, unless the name is taken', () => {
  const table =
    'table "deal" {\n  schema {\n    int id\n    text title?="title" filters=trim\n  }\n  index = [\n' +
    '    {type: "primary", field: [{name: "id"}]}\n    {type: "btree", field: [{name: "title", op: "asc"}]}\n  ]\n}\n'
  expect(changed({ kind: 'column', table: 'deal', from: 'title', to: 'name' }, table)).toEqual([
    2,
    'text name?="title" filters=trim',
    '{type: "btree", field: [{name: "name", op: "asc"}]}',
  ])
  expect(changed({ kind: 'column', table: 'deal', from: 'title', to: 'id' }, table)).toBeNull()
  expect(changed({ kind: 'column', table: 'deal', from: 'title', to: 'a b' }, table)).toBeNull()
  expect(changed({ kind: 'column', table: 'company', from: 'title', to: 'name' }, table)).toBeNull()
})
