import { expect, test } from 'vitest'
import { findingsInStack } from '../findings-in.ts'

test.each([
  [
    'db.insert user {\n}',
    ['1 error unknown_statement: There is no statement "db.insert". See the list of statements.'],
  ],
  ['db.qurey user {\n}', ['1 error unknown_statement: There is no statement "db.qurey". Did you mean "db.query"?']],
  [
    'util.sleep {\nvalue = 1\nvalu = 2\n}',
    ['3 error unknown_argument: util.sleep has no argument "valu". Did you mean "value"?'],
  ],
  ['break {\nx = 1\n}', ['2 error unknown_argument: break has no argument "x". It takes none.']],
  ['util.sleep {\n}', ['1 error missing_argument: util.sleep needs the argument "value".']],
  ['foreach {\neach as $x {\n}\n}', ['1 error missing_argument: foreach needs List in parentheses.']],
  ['array.find ([1]) as $x', ['1 error missing_argument: array.find needs a condition: if (…).']],
  ['foreach ([1]) {\n}', ['1 error missing_block: foreach needs a block "each".']],
  [
    'conditional {\nif (true) {\n}\notherwise {\n}\n}',
    ['4 error unknown_block: conditional has no block "otherwise". It has if, elseif, else.'],
  ],
  [
    'precondition (true) {\nerror_type = "not_found"\n}',
    [
      '2 error unknown_choice: error_type cannot be "not_found". ' +
        'It is one of standard, notfound, accessdenied, toomanyrequests, unauthorized, badrequest, inputerror.',
    ],
  ],
  ['util.sleep {\ndescription = "a while"\nvalue = 1\nmock = {"a test": 1}\n}', []],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})
