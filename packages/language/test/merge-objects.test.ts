import { describe, expect, test } from 'vitest'
import { compareObjects, mergeObjects, parse, print } from '../src/index.ts'

const log = (value: string, more = '') => `debug.log {\n value = ${value}\n${more}}\n`
const fn = (stack: string, rest = '', inputs = 'int a?') =>
  print(parse(`function "f" {\n input {\n${inputs}\n }\n stack {\n${stack}\n}\n response = $x\n${rest}}\n`).file)
const branch = (...inner: string[]) => `conditional {\n if ($a) {\n${inner.join('')}\n}\n}\n`
const three = log('1') + log('2') + log('3')

test.each<[string, string, string, string, string]>([
  ['nothing', fn(three), fn(three), fn(three), fn(three)],
  ['only mine', fn(three), fn(log('1')), fn(three), fn(log('1'))],
  ['only theirs', fn(three), fn(three), fn(log('1')), fn(log('1'))],
  ['the same', fn(three), fn(log('9')), fn(log('9')), fn(log('9'))],
  [
    'two statements',
    fn(three),
    fn(log('7') + log('2') + log('3')),
    fn(log('1') + log('2') + log('9')),
    fn(log('7') + log('2') + log('9')),
  ],
  ['additions at two places', fn(three), fn(log('0') + three), fn(three + log('4')), fn(log('0') + three + log('4'))],
  [
    'additions at one place',
    fn(three),
    fn(three + log('"m"')),
    fn(three + log('"t"')),
    fn(three + log('"t"') + log('"m"')),
  ],
  ['the same addition', fn(three), fn(three + log('4')), fn(three + log('4')), fn(three + log('4'))],
  [
    'removed and changed elsewhere',
    fn(three),
    fn(log('1') + log('3')),
    fn(log('8') + log('2') + log('3')),
    fn(log('8') + log('3')),
  ],
  ['removed by both', fn(three), fn(log('1')), fn(log('1') + log('3')), fn(log('1'))],
  [
    'moved and changed',
    fn(three),
    fn(log('2') + log('3') + log('1')),
    fn(log('5') + log('2') + log('3')),
    fn(log('2') + log('3') + log('5')),
  ],
  [
    'two arguments of one statement',
    fn(log('1', 'note = "a"\n')),
    fn(log('9', 'note = "a"\n')),
    fn(log('1', 'note = "b"\n')),
    fn(log('9', 'note = "b"\n')),
  ],
  [
    'within blocks',
    fn(branch(log('1'), log('2'))),
    fn(branch(log('7'), log('2'))),
    fn(branch(log('1'), log('8'))),
    fn(branch(log('7'), log('8'))),
  ],
  [
    'inside and around',
    fn(branch(log('1'))),
    fn(branch(log('7'))),
    fn(branch(log('1')) + log('2')),
    fn(branch(log('7')) + log('2')),
  ],
  [
    'a condition and what it holds',
    fn(branch(log('1'))),
    fn(branch(log('1')).replace('$a', '$b')),
    fn(branch(log('2'))),
    fn(branch(log('2')).replace('$a', '$b')),
  ],
  [
    'inputs',
    fn('', '', 'int a?\ntext b?'),
    fn('', '', 'int a?\ntext b?\nbool c?'),
    fn('', '', 'int x?\nint a?\ntext b?'),
    fn('', '', 'int x?\nint a?\ntext b?\nbool c?'),
  ],
  [
    'a stack and the response',
    fn(three),
    fn(log('1')),
    fn(three).replace('= $x', '= $y'),
    fn(log('1')).replace('= $x', '= $y'),
  ],
  ['a comment and a value', fn(log('1')), fn(`// why\n${log('1')}`), fn(log('2')), fn(`// why\n${log('2')}`)],
  ['disabled and changed', fn(log('1')), fn(`!${log('1')}`), fn(log('2')), fn(`!${log('2')}`)],
])('%s is put together without a question', (_title, base, mine, theirs, merged) => {
  expect(mergeObjects({ base, mine, theirs })).toEqual({ text: merged, conflicts: [] })
  // Whoever merges gets the same statements, in whatever order what was added at one place stands.
  const other = mergeObjects({ base, mine: theirs, theirs: mine })
  expect(other?.conflicts).toEqual([])
  const changes = compareObjects(merged, other?.text ?? '') ?? []
  expect(changes.filter(({ kind }) => kind !== 'moved')).toEqual([])
})

describe('what both changed', () => {
  test.each<[string, string, string, string, { mine: string | null; theirs: string | null }]>([
    ['one argument', fn(log('1')), fn(log('2')), fn(log('3')), { mine: 'value = 2', theirs: 'value = 3' }],
    [
      'taken away and changed',
      fn(three),
      fn(log('1') + log('3')),
      fn(log('1') + log('9') + log('3')),
      { mine: null, theirs: 'debug.log {\n  value = 9\n}' },
    ],
    [
      'changed and taken away',
      fn(three),
      fn(log('1') + log('9') + log('3')),
      fn(log('1') + log('3')),
      { mine: 'debug.log {\n  value = 9\n}', theirs: null },
    ],
    [
      'the response',
      fn(''),
      fn('').replace('= $x', '= $m'),
      fn('').replace('= $x', '= $t'),
      { mine: 'response = $m', theirs: 'response = $t' },
    ],
    ['an input', fn(''), fn('', '', 'text a?'), fn('', '', 'bool a?'), { mine: 'text a?', theirs: 'bool a?' }],
  ])('%s: one question, answered either way', (_title, base, mine, theirs, texts) => {
    const asked = mergeObjects({ base, mine, theirs })
    expect(asked?.conflicts).toMatchObject([texts])
    expect(asked?.text).toBe(mine)
    const id = asked?.conflicts[0]?.id ?? ''
    expect(mergeObjects({ base, mine, theirs }, { [id]: 'theirs' })?.text).toBe(theirs)
  })

  test('two questions are answered one by one, and the rest is put together', () => {
    const base = fn(log('1') + log('2') + log('3') + log('4'))
    const mine = fn(log('"m"') + log('2') + log('"n"') + log('4'))
    const theirs = fn(log('"t"') + log('2') + log('"u"') + log('5'))
    const [first, second] = mergeObjects({ base, mine, theirs })?.conflicts ?? []
    expect(first?.id).not.toBe(second?.id)
    const merged = mergeObjects({ base, mine, theirs }, { [first!.id]: 'theirs' })
    expect(merged?.text).toBe(fn(log('"t"') + log('2') + log('"n"') + log('5')))
    expect(merged?.conflicts).toHaveLength(2)
  })
})

test.each([
  ['', fn(''), fn('')],
  [fn(''), '// nothing', fn('')],
  [fn(''), fn(''), `${fn('')}---\n${fn('')}`],
])('texts without one object each are not merged', (base, mine, theirs) => {
  expect(mergeObjects({ base, mine, theirs })).toBeNull()
})

test('what was half typed stays as it was typed', () => {
  const base = fn(log('1') + log('2'))
  const mine = base.replace('value = 1', 'value = (')
  const merged = mergeObjects({ base, mine, theirs: base.replace('value = 2', 'value = 3') })
  expect(merged === null || merged.text.includes('value = (')).toBe(true)
})
