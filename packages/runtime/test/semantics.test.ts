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
  // What to go by of an element: a path, or an expression of it.
  [
    '$rows|sort:$$.n',
    [
      { n: 1, m: 'z' },
      { n: 2, m: 'a' },
    ],
  ],
  [
    '$rows|sort:$this.m:text',
    [
      { n: 2, m: 'a' },
      { n: 1, m: 'z' },
    ],
  ],
  [
    '$rows|sort:($$.n|multiply:-1):number',
    [
      { n: 2, m: 'a' },
      { n: 1, m: 'z' },
    ],
  ],
  ['[3, 1, 2]|sort:$this:number:false', [3, 2, 1]],
  ['$rows|unique:$$.k', [{ n: 2, m: 'a' }]],
  ['$rows|index_by:$$.m|keys', ['a', 'z']],
  ['$rows|map:$$|sort:$$.n|first', { n: 1, m: 'z' }],
  ['[$rows]|map:($$|sort:$$.n|first)', [{ n: 1, m: 'z' }]],
  ['[$rows]|map:($$|sort:n|first)', [{ n: 1, m: 'z' }]],
  // Whether there is a value; loosely equal is something else.
  ['$zero == null', false],
  ['$zero != null', true],
  ['$no != null', true],
  ['"" == null', false],
  ['[] == null', false],
  ['{} != null', true],
  ['$nothing == null', true],
  ['$row.missing == null', true],
  ['$row.missing != null', false],
  ['$nothing == false', true],
  ['$nothing == true', false],
  ['null == false', true],
  ['$nothing == $zero', true],
  ['($no != null && $no == false)', true],
  ['$rows|filter:$$.x == null|count', 2],
  // Text that is no path is a key as it stands, JSON for one.
  ['{}|get:"[0,1]":-1', -1],
  ['{}|set:"[0,1]":"x"', { '[0,1]': 'x' }],
  ['{}|set:"[0,1]":"x"|get:"[0,1]"', 'x'],
  ['{}|has:"[[1,2],[3]]"', false],
  ['$rows|get:"[$$.n > 1].m"', ['a']],
  // A key that is a variable is the key it holds; in quotes it is text.
  ['{$name: 1, b: 2}', { key: 1, b: 2 }],
  ['{$row.id: 1}', { 7: 1 }],
  ['{$letters[2]: 1}', { c: 1 }],
  ['{a: 1}|merge:{$name: 2}', { a: 1, key: 2 }],
  ['{"$name": 1}', { $name: 1 }],
  ['{$proto: 1}|keys', ['__proto__']],
])('%s is %j', async (expression, expected) => {
  const stack = `var $letters {
 value = ["a", "b", "c"]
}
var $rows {
 value = [{n: 2, m: "a"}, {n: 1, m: "z"}]
}
var $zero {
 value = 0
}
var $no {
 value = false
}
var $nothing {
 value = null
}
var $half {
 value = [1.5]
}
var $name {
 value = "key"
}
var $proto {
 value = "__proto__"
}
var $row {
 value = {id: 7}
}
var $x {
 value = ${expression}
}`
  expect(await runStack(stack)).toEqual(expected)
  expect(await runStack(stack, { trace: silent() })).toEqual(expected)
})

test.each([['5 % 0.5'], ['5 % 0'], ['$zero % $zero'], ['5|modulus:0.9']])('%s is refused', async (expression) => {
  const stack = `var $zero {
 value = 0
}
var $x {
 value = ${expression}
}`
  await expect(runStack(stack)).rejects.toThrow('Modulo by zero.')
  await expect(runStack(stack, { trace: silent() })).rejects.toThrow('Modulo by zero.')
})

test('a list or object is no key', async () => {
  const stack = 'var $a {\n value = [1]\n}\nvar $x {\n value = {$a: 1}\n}'
  await expect(runStack(stack)).rejects.toThrow('Variable is not text.')
})
