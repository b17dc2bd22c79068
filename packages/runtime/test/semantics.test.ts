import { expect, test } from 'vitest'
import { runStack, silent } from './run-stack.ts'

/** What an expression is, in both builds. The rule of each row stands where it is implemented. */
test.each([
  // The fraction is cut off before a modulus, never after.
  ['1234.5 % 10', 4],
  ['0.9 % 2', 0],
  ['-7.9 % 4', -3],
  ['7 % 2.9', 1],
  ['"12.5" % "5"', 2],
  ['($half|first) % 2', 1],
  // A decimal position is the element it falls into.
  ['$letters[1.5]', 'b'],
  ['$letters[2.999]', 'c'],
  ['$letters|get:1.5', 'b'],
  ['$letters|get:0.5:"none"', 'a'],
  ['$letters|get:3.5:"none"', 'none'],
  ['$letters|set:1.5:"B"', ['a', 'B', 'c']],
  ['$letters|has:2.5', true],
  ['{"1.5": "x"}|get:1.5', 'x'],
])('%s is %j', async (expression, expected) => {
  const stack = `var $letters {
 value = ["a", "b", "c"]
}
var $half {
 value = [1.5]
}
var $x {
 value = ${expression}
}`
  expect(await runStack(stack)).toEqual(expected)
  expect(await runStack(stack, { trace: silent })).toEqual(expected)
})

test.each([['5 % 0.5'], ['5 % 0'], ['$zero % $zero'], ['5|modulus:0.9']])('%s is refused', async (expression) => {
  const stack = `var $zero {
 value = 0
}
var $x {
 value = ${expression}
}`
  await expect(runStack(stack)).rejects.toThrow('Modulo by zero.')
  await expect(runStack(stack, { trace: silent })).rejects.toThrow('Modulo by zero.')
})
