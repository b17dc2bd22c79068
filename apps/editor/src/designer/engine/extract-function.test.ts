import { parse } from '@cairn/language'
import { catalogue as statements, filters } from '@cairn/statements'
import { expect, test } from 'vitest'
import { catalogueOf } from '../../definitions/catalogue-of.ts'
import { deriveDefinitions } from '../../definitions/derive-definitions.ts'
import { runCommand } from './command.ts'
import { readDocument } from './document.ts'
import { extractFunction } from './extract-function.ts'

const catalogue = catalogueOf(deriveDefinitions(statements, filters))

const TEXT = `query demo verb=POST {
  input {
    // Who asks.
    email mail
    int user?
  }

  stack {
    var $user {
      value = 1
    }
    // Greets.
    var $greeting {
      value = "Hi " ~ $input.mail ~ $user ~ $input.user
    }
    var.update $user {
      value = $user + 1
    }
    var $unused {
      value = 3
    }
    foreach ([1, 2]) {
      each as $n {
        math.add $user {
          value = $n + $late
        }
        break
        var $late {
          value = 1
        }
      }
    }
    return {
      value = $greeting
    }
  }

  response = $user
}
`

const document = readDocument(TEXT)

const extracted = (...addresses: string[]) => {
  const found = extractFunction(document.object!, addresses, catalogue)
  if ('refused' in found) throw new Error(found.refused)
  return found
}

const clean = (text: string) => parse(text).diagnostics.filter(({ severity }) => severity === 'error')

test('what is read becomes inputs, what is used behind becomes the response, and a call stands in the place', () => {
  const found = extracted('stack.2', 'stack.1', 'stack.3')
  expect([found.inputs, found.outputs]).toEqual([
    ['mail', 'user', 'user2'],
    ['greeting', 'user'],
  ])
  expect(found.functionText('greet/them')).toBe(`function "greet/them" {
  input {
    // Who asks.
    email mail
    int user?
    json? user2?
  }

  stack {
    var $user {
      value = $input.user2
    }
    // Greets.
    var $greeting {
      value = "Hi " ~ $input.mail ~ $user ~ $input.user
    }
    var.update $user {
      value = $user + 1
    }
    var $unused {
      value = 3
    }
  }

  response = {
    greeting: $greeting
    user: $user
  }
}`)
  expect(clean(found.functionText('x'))).toEqual([])
  const outcome = runCommand(document, found.call('greet/them'))!
  expect(outcome.document.text).toContain(`    function.run "greet/them" {
      input = {
        mail: $input.mail
        user: $input.user
        user2: $user
      }
    } as $result
    var $greeting {
      value = $result.greeting
    }
    var $user {
      value = $result.user
    }
    foreach`)
  expect(clean(outcome.document.text)).toEqual([])
})

test('one variable comes back as it is, and nothing where nothing is used', () => {
  const one = extracted('stack.0')
  expect([one.inputs, one.outputs]).toEqual([[], ['user']])
  expect(runCommand(document, one.call('f'))!.document.text).toContain('function.run "f" {\n    } as $user')
  const none = extracted('stack.3')
  expect([none.inputs, none.outputs]).toEqual([[], []])
  expect(none.functionText('f')).toContain('response = null')
})

test('inside of a loop what a later statement sets is there in the next round', () => {
  expect(extracted('stack.4.each.0').inputs).toEqual(['user', 'n', 'late'])
})

test.each([
  [['stack.0', 'stack.2'], 'one behind another'],
  [['stack.0', 'stack.4.each.0'], 'one behind another'],
  [['stack.5'], 'end the function alone'],
  [['stack.4.each.1'], 'the loop around'],
  [[], 'Select the statements'],
])('%j is refused: %s', (addresses, reason) => {
  const found = extractFunction(document.object!, addresses, catalogue)
  expect('refused' in found && found.refused).toContain(reason)
})

test('what is set anew first is no input; what is set on one way only is null on the others', () => {
  const { object } = readDocument(`function f {
    stack {
      foreach ([1]) {
        each as $n {
          var $a {
            value = $n
          }
          conditional {
            if ($a) {
              var $b {
                value = 1
              }
            }
          }
        }
      }
    }
    response = {a: $a, b: $b}
  }`)
  const found = extractFunction(object!, ['stack.0.each.0', 'stack.0.each.1'], catalogue)
  if ('refused' in found) throw new Error(found.refused)
  expect([found.inputs, found.outputs]).toEqual([
    ['n', 'b'],
    ['a', 'b'],
  ])
  expect(found.functionText('g')).not.toContain('$a {\n      value = null')
})

test('a loop that is taken along may be left inside', () => {
  expect(extracted('stack.4').outputs).toEqual(['user'])
})

test('the whole input and an error of a catch block can not be handed over', () => {
  const asks = (value: string) => {
    const { object } = readDocument(`function f {\nstack {\nvar $x {\nvalue = ${value}\n}\n}\n}`)
    const found = extractFunction(object!, ['stack.0'], catalogue)
    return 'refused' in found ? found.refused : ''
  }
  expect(asks('$input')).toContain('$input as a whole')
  expect(asks('$error.message')).toContain('$error')
  expect(asks('$auth.id ~ $env.KEY')).toBe('')
})
