import { expect, test } from 'vitest'
import { parse, type Statement, statementAt, statements } from '../src/index.ts'

const TEXT = `function f {
  input {
    int a
  }

  stack {
    debug.log {
      value = "first"
    }
    conditional {
      if ($a) {
        debug.stop
        !debug.log {
          value = 1
        }
      }
      elseif ($b) {
        return
      }
      elseif ($c) {
        return
        foreach ($c) {
          each as $x {
            debug.stop
          }
        }
      }
      else {
        return
      }
    }
    switch ($a) {
      case (1) {
        return
      } break
      case (2) {
        return
      } break
      default {
        return
      }
    }
  }

  test "one" {
    expect.to_be_true ($response)
  }
  test "two" {
    expect.to_throw {
      stack {
        throw
      }
    }
  }
}`

const body = (parse(TEXT).file.objects[0] as Statement).body

const EXPECTED = [
  ['stack.0', 'debug.log'],
  ['stack.1', 'conditional'],
  ['stack.1.then.0', 'debug.stop'],
  ['stack.1.then.1', 'debug.log'],
  ['stack.1.elseif.0.0', 'return'],
  ['stack.1.elseif.1.0', 'return'],
  ['stack.1.elseif.1.1', 'foreach'],
  ['stack.1.elseif.1.1.each.0', 'debug.stop'],
  ['stack.1.else.0', 'return'],
  ['stack.2', 'switch'],
  ['stack.2.case.0.0', 'return'],
  ['stack.2.case.1.0', 'return'],
  ['stack.2.default.0', 'return'],
  ['test.0.0', 'expect.to_be_true'],
  ['test.1.0', 'expect.to_throw'],
  ['test.1.0.stack.0', 'throw'],
] as const

test('every statement has its path in the object', () => {
  expect([...statements(body)].map(({ address, statement }) => [address, statement.name])).toEqual(EXPECTED)
})

test('an address leads back to its statement', () => {
  for (const { address, statement } of statements(body)) expect(statementAt(body, address)).toBe(statement)
})

test.each([
  '',
  'stack',
  'stack.',
  'stack.3',
  'stack.-1',
  'stack.01',
  'stack.1.if.0',
  'stack.1.elseif.0',
  'stack.0.0',
  'input.0',
  'test.0',
])('nothing is at %j', (address) => {
  expect(statementAt(body, address)).toBeNull()
})

test('a line that cannot be read does not count', () => {
  const { file } = parse('function f {\n  stack {\n    else if (1)\n    return\n  }\n}')
  const [first] = statements((file.objects[0] as Statement).body)
  expect([first?.address, first?.statement.name]).toEqual(['stack.0', 'return'])
})
