import { expect, test } from 'vitest'
import { compareObjects } from '../src/index.ts'

const log = (value: string) => `debug.log {\n value = ${value}\n}\n`
const fn = (stack: string, rest = '') =>
  `function "f" {\n input {\n int a?\n }\n stack {\n${stack}\n}\n response = $x\n${rest}}\n`
const branch = (...inner: string[]) =>
  `conditional {\n if ($a) {\n${inner.join('')}\n}\n else {\n${log('"else"')}}\n}\n`

const changesOf = (before: string, after: string) =>
  compareObjects(before, after)?.map((change) =>
    change.kind === 'part'
      ? `part ${change.name}: ${change.before} -> ${change.after}`
      : [change.kind, 'from' in change && change.from !== change.address ? `${change.from} ->` : '', change.address]
          .filter(Boolean)
          .join(' '),
  )

test.each([
  ['nothing', fn(log('1')), fn(log('1')), []],
  ['layout', fn(log('1')), fn('debug.log { value = 1 }'), []],
  ['a statement at the end', fn(log('1')), fn(log('1') + log('2')), ['added stack.1']],
  ['a statement in front', fn(log('1')), fn(log('0') + log('1')), ['added stack.0']],
  ['a statement taken away', fn(log('1') + log('2') + log('3')), fn(log('1') + log('3')), ['removed stack.1']],
  ['an argument', fn(log('1') + log('2')), fn(log('1') + log('9')), ['changed stack.1']],
  [
    'an argument and a place at once',
    fn(log('1') + 'return\n'),
    fn('return\n' + log('9')),
    ['removed stack.0', 'added stack.1'],
  ],
  ['a place', fn(log('1') + log('2') + log('3')), fn(log('3') + log('1') + log('2')), ['moved stack.2 -> stack.0']],
  ['within a block', fn(branch(log('1'))), fn(branch(log('2'))), ['changed stack.0.then.0']],
  [
    'out of a block',
    fn(branch(log('1'), log('2'))),
    fn(branch(log('2')) + log('1')),
    ['moved stack.0.then.0 -> stack.1'],
  ],
  ['a condition', fn(branch(log('1'))), fn(branch(log('1')).replace('$a', '$b')), ['changed stack.0']],
  ['disabled', fn(log('1')), fn(`!${log('1')}`), ['changed stack.0']],
  ['a comment', fn(log('1')), fn(`// why\n${log('1')}`), ['changed stack.0']],
  ['the response', fn(''), fn('').replace('= $x', '= $y'), ['part response: response = $x -> response = $y']],
  ['a new part', fn(''), fn('', ' tags = ["a"]\n'), ['part tags: null -> tags = ["a"]']],
  ['the name', fn(''), fn('').replace('"f"', '"g"'), ['part : function "f" -> function "g"']],
])('%s', (_, before, after, wanted) => {
  expect(changesOf(before, after)).toEqual(wanted)
})

test('an input is a part, with both texts', () => {
  expect(compareObjects(fn(''), fn('').replace('int a?', 'text a?'))).toEqual([
    { kind: 'part', name: 'input', before: 'input {\n  int a?\n}', after: 'input {\n  text a?\n}' },
  ])
})

test('a text without an object can not be compared', () => {
  expect(compareObjects('', fn(''))).toBeNull()
  expect(compareObjects(fn(''), '// nothing')).toBeNull()
})

test('thousands of statements are compared without a product of them', () => {
  const many = Array.from({ length: 4_000 }, (_, index) => log(String(index)))
  const after = many.with(2_000, log('"new"'))
  expect(changesOf(fn(many.join('')), fn(after.join('')))).toEqual(['changed stack.2000'])
})
