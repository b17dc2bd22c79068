import { StackError } from '@cairn/statements'
import { expect, test } from 'vitest'
import { parseForm } from './parse-form.ts'

test.each([
  ['', {}],
  ['a=1&b=two+words', { a: '1', b: 'two words' }],
  ['a=1&a=2', { a: '2' }],
  ['a', { a: '' }],
  ['a=%C3%A9&%61=b', { a: 'b' }],
  ['l[]=1&l[]=2', { l: ['1', '2'] }],
  ['l[0]=1&l[1]=2', { l: ['1', '2'] }],
  ['o[x]=1&o[y][z]=2', { o: { x: '1', y: { z: '2' } } }],
  ['a=b=c', { a: 'b=c' }],
  ['[x]=1&a[=2', { '[x]': '1', 'a[': '2' }],
  ['a=1&&b=2', { a: '1', b: '2' }],
  ['a=1&a[x]=2', { a: { x: '2' } }],
])('%s', (text, fields) => expect(parseForm(text)).toEqual(fields))

test('names of prototype members are plain data', () => {
  const fields = parseForm('__proto__[admin]=1&constructor[prototype][x]=1&a[__proto__][y]=1')
  expect(Object.keys(fields)).toEqual(['__proto__', 'constructor', 'a'])
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
})

test.each(['a=%ff', 'a=%', Array(1002).join('a=1&'), `a${'[x]'.repeat(40)}=1`])('%.20s is refused', (text) => {
  expect(() => parseForm(text)).toThrow(StackError)
})
