import { expect, test } from 'vitest'
import { runStack } from './run-stack.ts'

test.each([
  ['a push', 'var $a {\n value = [1]\n}\nvar $x {\n value = $a\n}\narray.push $a {\n value = 2\n}', [1]],
  [
    'a push to the copy',
    'var $a {\n value = [1]\n}\nvar $b {\n value = $a\n}\narray.push $b {\n value = 2\n}\nvar $x {\n value = $a\n}',
    [1],
  ],
  [
    'a path',
    'var $a {\n value = {b: {c: 1}}\n}\nvar $x {\n value = $a.b\n}\nvar.update $a.b.c {\n value = 2\n}',
    { c: 1 },
  ],
  [
    'a list in an object',
    'var $a {\n value = {b: [1]}\n}\nvar $x {\n value = $a\n}\narray.push $a.b {\n value = 2\n}',
    { b: [1] },
  ],
  [
    'kept in a list while it grows',
    'var $row {\n value = []\n}\nvar $x {\n value = []\n}\nfor (2) {\n each as $i {\n array.push $row {\n value = $i\n }\n array.push $x {\n value = $row\n }\n }\n}',
    [[0], [0, 1]],
  ],
  [
    'the list a loop goes over',
    'var $x {\n value = [1, 2]\n}\nforeach ($x) {\n each as $n {\n array.push $x {\n value = $n\n }\n }\n}',
    [1, 2, 1, 2],
  ],
  [
    'set in place',
    'var $a {\n value = {}\n}\nvar.update $a {\n value = $a|set:"k":1\n}\nvar $x {\n value = $a\n}\nvar.update $a {\n value = $a|set:"k":2\n}',
    { k: 1 },
  ],
  ['pushed to itself', 'var $x {\n value = [1]\n}\nvar.update $x {\n value = $x|push:$x\n}', [1, [1]]],
  [
    'a response that holds it',
    'var $x {\n value = [1]\n}\nvar $keep {\n value = {list: $x}\n}\narray.push $x {\n value = 2\n}\nvar.update $x {\n value = $keep.list\n}',
    [1],
  ],
])('changing a variable shows through no other: %s', async (_name, stack, expected) => {
  expect(await runStack(stack)).toEqual(expected)
})
