import { parse, type Field } from '@cairn/language'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../engine/commands/fields.ts'
import { curlCommand } from './curl-command.ts'
import { createDebug } from './debug-store.ts'
import { controlOf, readInput, typedInput, withoutSecrets } from './input-text.ts'

const fields = (lines: string): Field[] => {
  const [object] = parse(`function f {\ninput {\n${lines}\n}\n}`).file.objects
  return object?.kind === 'statement' ? fieldsOf(object, 'input') : []
}
const field = (line: string): Field => fields(line)[0]!

describe('a curl command', () => {
  const request = {
    url: 'http://x/api:a/deals/{id}',
    verb: 'GET',
    token: null,
    headers: [],
    input: { id: 7, q: "it's" },
  }
  test('has path and query', () => {
    expect(curlCommand(request)).toBe(`curl -X GET 'http://x/api:a/deals/7?q=it%27s'`)
  })
  test('has the token, headers and a body, each one word of the shell', () => {
    const more = { verb: 'POST', token: 'a.b', headers: [['X-A', "o'clock"]] as const, input: { q: "it's" } }
    expect(curlCommand({ ...request, ...more, url: 'http://x/y' })).toBe(
      [
        `curl -X POST 'http://x/y'`,
        `-H 'Authorization: Bearer a.b'`,
        String.raw`-H 'X-A: o'\''clock'`,
        `-H 'Content-Type: application/json'`,
        String.raw`-d '{"q":"it'\''s"}'`,
      ].join(' \\\n  '),
    )
  })
})

test.each([
  ['int n', '4', 4],
  ['int n', 'four', 'four'],
  ['int n', '', undefined],
  ['text n', '', ''],
  ['bool n', 'true', true],
  ['int[] n', '[1]', [1]],
  ['json n', '{', '{'],
] as const)('%s typed as "%s"', (line, typed, expected) => {
  expect(typedInput(field(line), typed)).toEqual(expected)
})

test('a list is typed as JSON whatever its elements are', () => {
  expect([controlOf(field('text[] n')), controlOf(field('email n'))]).toEqual(['json', 'text'])
})

test('what is secret is not kept', () => {
  const declared = fields('text a\npassword b\ntext c {\nsensitive = true\n}')
  expect(withoutSecrets({ a: 1, b: 2, c: 3, authToken: 4 }, declared)).toEqual({ a: 1 })
})

test.each([
  ['', {}],
  ['[1]', null],
  ['{', null],
  ['{"a":1}', { a: 1 }],
])('the input %s', (typed, expected) => expect(readInput(typed)).toEqual(expected))

test('breakpoints and watches are kept, and nothing else', () => {
  const kept: unknown[] = []
  const debug = createDebug({ breakpoints: { 'stack.0': '' }, watches: [] }, (now) => kept.push(now))
  debug.toggleBreakpoint('stack.0')
  debug.toggleBreakpoint('stack.1')
  debug.setCondition('stack.1', '$a > 1')
  debug.moveTo(3)
  debug.setWatches(['$a'])
  expect(kept.at(-1)).toEqual({ breakpoints: { 'stack.1': '$a > 1' }, watches: ['$a'] })
  expect(kept.length).toBe(4)
})
