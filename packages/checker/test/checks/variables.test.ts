import { expect, test } from 'vitest'
import { findingsIn, findingsInStack } from '../findings-in.ts'

const set = 'var $total {\nvalue = 1\n}\n'

test.each([
  [
    `${set}debug.log {\nvalue = $totl\n}`,
    ['5 error unknown_variable: No statement sets the variable "$totl". Did you mean "total"?'],
  ],
  [
    'debug.log {\nvalue = $x\n}',
    ['2 error unknown_variable: No statement sets the variable "$x". Set it first, with var or as.'],
  ],
  [
    'math.add $x {\nvalue = 1\n}',
    ['1 error unknown_variable: No statement sets the variable "$x". Set it first, with var or as.'],
  ],
  [
    'debug.log {\nvalue = $var.x\n}',
    ['2 error unknown_variable: No statement sets the variable "$x". Set it first, with var or as.'],
  ],
  [
    'debug.log {\nvalue = [{a: `$x|add:$y`}]\n}',
    [
      '2 error unknown_variable: No statement sets the variable "$x". Set it first, with var or as.',
      '2 error unknown_variable: No statement sets the variable "$y". Set it first, with var or as.',
    ],
  ],
  [
    'db.query user {\nwhere = $db.user.id == $who\n}',
    ['2 error unknown_variable: No statement sets the variable "$who". Set it first, with var or as.'],
  ],
  [
    `debug.log {\nvalue = $total\n}\n${set}`,
    ['2 warning variable_before_set: "$total" is set only further down. Set it before it is used.'],
  ],
  [
    'debug.log {\nvalue = $[""]\n}',
    ['2 warning lost_reference: This names no variable; it fails when it is reached. Choose a variable.'],
  ],
  [`for (2) {\neach as $i {\ndebug.log {\nvalue = $total + $i\n}\n${set}}\n}`, []],
  ['try_catch {\ntry {\n}\ncatch {\ndebug.log {\nvalue = $error.message\n}\n}\n}', []],
  ['array.map ([1]) {\nby = $this + $index\n} as $x\ndebug.log {\nvalue = $x|map:$$ * 2\n}', []],
  ['conditional {\nif (false) {\nvar $x\n}\n}\ndebug.log {\nvalue = $x\n}', []],
  ['debug.log {\nvalue = $auth.id ~ $env.KEY ~ $env.$remote_ip\n}', []],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})

test('inputs: those declared, those of the path, the columns of a database link', () => {
  const query = `query "posts/{post_id}" verb=GET {
  auth = "user"
  input {
    text title?
    dblink { table = "user" }
  }
  stack {
    debug.log {
      value = [$input.title, $input.post_id, $input.age, $input.titel]
    }
  }
  response = $input.nothing
}`
  expect(findingsIn(query)).toEqual([
    '9 error unknown_input: There is no input "titel". Did you mean "title"?',
    '12 error unknown_input: There is no input "nothing". Declare it in the input block.',
  ])
})

test('a middleware and a trigger have inputs of their own', () => {
  expect(
    findingsIn(
      'middleware "m" {\n  input {\n  }\n  stack {\n    debug.log {\n      value = $input.vars\n    }\n  }\n  response = null\n}',
    ),
  ).toEqual([])
})
