import { expect, test } from 'vitest'
import { filters } from '../../src/filters/filters.ts'
import type { Value } from '../../src/values/value.ts'
import { smallContext } from './evaluate-example.ts'

const bounds = { maxText: 2_000_000, maxArray: 10_000 }
/** Milliseconds, on a busy machine; what is not linear takes far longer. */
const soon = 30_000

function run(name: string, value: Value, ...args: Value[]): Value {
  return filters.get(name)?.evaluate(value, args, smallContext(bounds)) ?? null
}

const a = 'a'.repeat(100_000)
const entityBomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}">]><x>&b;</x>`
const externalEntity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
const aliasBomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...Array.from('bcdefgh').map(aliasLine)].join('\n')

function aliasLine(name: string): string {
  const previous = String.fromCharCode(name.charCodeAt(0) - 1)
  return `${name}: &${name} [${Array(9).fill(`*${previous}`).join(', ')}]`
}

function nested(depth: number): Value {
  let value: Value = 1
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

test.each<[what: string, reason: string, name: string, ...values: Value[]]>([
  ['a width', 'text_too_long', 'sprintf', '%999999999d', 1],
  ['a text width', 'text_too_long', 'sprintf', '%999999999999999999999s', 'x'],
  ['many placeholders', 'text_too_long', 'sprintf', '%1$s'.repeat(1000), a],
  ['replacement growth', 'text_too_long', 'replace', a, 'a', a],
  ['pattern growth', 'text_too_long', 'regex_replace', 'a', a.slice(0, 5000), a],
  ['group growth', 'text_too_long', 'regex_replace', '(a+)', '$1'.repeat(1000), a],
  ['concat growth', 'text_too_long', 'concat', a.repeat(15), a.repeat(15), ''],
  ['percent growth', 'text_too_long', 'url_encode', '€'.repeat(500_000)],
  ['many parts', 'array_too_long', 'split', 'a,'.repeat(50_000), ','],
  ['many characters', 'array_too_long', 'split', a, ''],
  ['many matches', 'array_too_long', 'regex_get_all_matches', 'a', a],
  ['many arguments', 'array_too_long', 'querystring_parse', 'a&'.repeat(50_000)],
  ['deep arguments', 'too_deep', 'querystring_parse', `a${'[x]'.repeat(100_000)}=1`],
  ['many url arguments', 'array_too_long', 'url_getarg', `/x?${'a&'.repeat(50_000)}`, 'b'],
  ['deep lists', 'too_deep', 'json_decode', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['deep objects', 'too_deep', 'json_decode', '{"a":'.repeat(100_000)],
  ['many elements', 'array_too_long', 'json_decode', `[${'1,'.repeat(20_000)}1]`],
  ['a deep value', 'too_deep', 'json_encode', nested(200_000)],
  ['many csv rows', 'array_too_long', 'csv_decode', 'a\n'.repeat(50_000)],
  ['many csv cells', 'array_too_long', 'csv_decode', ','.repeat(50_000)],
  ['an entity bomb', 'bad_xml', 'xml_decode', entityBomb],
  ['an outside entity', 'bad_xml', 'xml_decode', externalEntity],
  ['deep elements', 'too_deep', 'xml_decode', '<a>'.repeat(100_000)],
  ['many elements', 'array_too_long', 'xml_decode', `<x>${'<a/>'.repeat(20_000)}</x>`],
  ['an alias bomb', 'bad_yaml', 'yaml_decode', aliasBomb],
  ['deep flow', 'too_deep', 'yaml_decode', '['.repeat(100_000)],
  [
    'deep indents',
    'too_deep',
    'yaml_decode',
    Array.from({ length: 300 }, (__, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  ],
  ['deep dashes', 'too_deep', 'yaml_decode', '- '.repeat(40_000)],
  ['a deep value', 'too_deep', 'yaml_encode', nested(50_000)],
  ['long yaml', 'text_too_long', 'yaml_decode', 'a'.repeat(200_000)],
  ['a long search', 'regex_too_costly', 'regex_matches', '([ab]{1,500}c){2}', a],
  ['many digits', 'number_too_long', 'hexdec', 'f'.repeat(100_000)],
  ['a number beyond bounds', 'number_too_long', 'hexdec', 'f'.repeat(900)],
  ['many digits', 'number_too_long', 'base_convert', '9'.repeat(100_000), 10, 36],
  ['a pattern too large', 'bad_pattern', 'regex_matches', '(a{1000}){1000}', 'a'],
])('%s: %s (%s)', { timeout: soon }, (_, reason, name, value, ...args) => {
  expect(() => run(name, value as Value, ...args)).toThrow(expect.objectContaining({ reason, name: 'StackError' }))
})

test.each<[name: string, value: Value, argument: Value, expected: Value]>([
  ['yaml_encode', '&a '.repeat(1000), null, `'${'&a '.repeat(1000)}'\n`.replaceAll("'", '"')],
  ['unaccent', '\u0300\u0316'.repeat(100_000), null, ''],
  ['unaccent', '\u0591\u05b0'.repeat(100_000), null, '\u0591\u05b0'.repeat(100_000)],
  ['regex_matches', '/^(a+)+$/', `${a}!`, false],
  ['regex_matches', '/(a|aa)+$/', `${a}!`, false],
  ['regex_matches', '/^(.*?,){20}x/', `${'1,'.repeat(5000)}y`, false],
  ['strip_html', '<'.repeat(100_000), '', ''],
  ['strip_html', '<a '.repeat(100_000), '', ''],
  ['strip_html', `${'< '.repeat(100_000)}`, '', '< '.repeat(100_000)],
  ['strip_html', '<!--'.repeat(100_000), '', ''],
  ['trim', ' '.repeat(1_000_000), ' ', ''],
  ['trim', 'x', 'a..z'.repeat(100_000), ''],
  ['csv_decode', '"'.repeat(100_001), ',', [['"'.repeat(50_000)]]],
  ['json_decode', `"${'\\\\'.repeat(500_000)}"`, null, '\\'.repeat(500_000)],
  ['url_delarg', '?'.repeat(100_000), 'a', '?'.repeat(100_000)],
])('%s of %s ends soon', { timeout: soon }, (name, value, argument, expected) => {
  expect(run(name, value, argument)).toEqual(expected)
})

test.each([
  ['regex_get_all_matches', '/.*?x|a/'],
  ['regex_replace', '/.*?x|a/', 'b'],
])('the search of %s stops when its time is up', { timeout: soon }, (name, pattern, ...args) => {
  let left = 1_000_000
  const spend = (amount: number): void => {
    left -= amount
    if (left < 0) throw new Error('time is up')
  }
  const context = { ...smallContext(), spend }
  expect(() => filters.get(name as string)?.evaluate(pattern as string, [...args, a], context)).toThrow('time is up')
})

test('work is counted', () => {
  const context = smallContext(bounds)
  filters.get('regex_matches')?.evaluate('a+b', [a], context)
  expect(context.spent).toBeGreaterThan(100_000)
})

test('what a filter is given stays as it was', () => {
  const rows = Object.freeze([Object.freeze(['a', 'b']), Object.freeze([1, 2])]) as unknown as Value
  expect(run('csv_encode', rows)).toBe('a,b\n1,2')
})
