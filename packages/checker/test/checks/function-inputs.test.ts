import { expect, test } from 'vitest'
import { findingsInStack } from '../findings-in.ts'

test.each([
  ['function.run "greet" {\ninput = {name: "Ada"}\n}', []],
  [
    'function.run "greet" {\ninput = {name: "Ada", tune: "high"}\n}',
    ['2 warning unknown_function_input: The function "greet" has no input "tune". Did you mean "tone"?'],
  ],
  ['function.run "greet" {\n}', ['1 warning missing_function_input: The function "greet" needs the input "name".']],
  ['function.run "greet" {\ninput = {...$env}\n}', []],
  ['function.run "greet" {\ninput = $env\n}', []],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})
