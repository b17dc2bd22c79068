import { parse } from '@cairn/language'
import { describe, expect, test } from 'vitest'
import { readGroupSettings, withGroupSettings, type GroupSettings } from './group-settings.ts'

const plain = '// Kept.\napi_group "Main" {\n  canonical = "abc"\n  guid = "x"\n}\n'
const settings = (source = plain): GroupSettings => {
  const read = readGroupSettings(source)
  if (read === null) throw new Error('no group')
  return read
}
const cors = {
  mode: 'custom',
  origins: 'https://a.test,\n https://*.b.test',
  methods: 'GET',
  headers: '',
  credentials: true,
  maxAge: 60,
} as const

test.each<[string, Partial<GroupSettings>]>([
  ['what it is for', { description: 'Says "what" it is\nfor {' }],
  ['another URL segment', { canonical: 'deals' }],
  ['switched off', { active: false }],
  ['documented for all', { docs: { access: 'public', token: null } }],
  ['documented by token', { docs: { access: 'token', token: 'a"b' } }],
  ['closed to other origins', { cors: { ...settings().cors, mode: 'disabled' } }],
])('%s: the text says it, and nothing else changes', (_title, change) => {
  const wanted = { ...settings(), ...change }
  const text = withGroupSettings(plain, wanted)
  expect(parse(text ?? '').diagnostics).toEqual([])
  expect(readGroupSettings(text ?? '')).toEqual(wanted)
  expect(text).toContain('// Kept.')
  expect(text).toContain('guid = "x"')
})

test('origins are taken one by one as they were typed', () => {
  const text = withGroupSettings(plain, { ...settings(), cors })
  expect(text).toContain('"https://a.test", "https://*.b.test"')
  expect(readGroupSettings(text ?? '')?.cors).toEqual({ ...cors, origins: 'https://a.test, https://*.b.test' })
})

describe('a setting put back', () => {
  test('leaves the text as it began', () => {
    const changed = withGroupSettings(plain, { ...settings(), active: false, cors })
    expect(withGroupSettings(changed ?? '', settings())).toBe(plain)
  })

  test('that was never changed writes nothing', () => {
    expect(withGroupSettings(plain, settings())).toBe(plain)
  })
})

test('a text that is no group is left alone', () => {
  expect(readGroupSettings('function "f" {\n}\n')).toBeNull()
  expect(withGroupSettings('api_group (', settings())).toBeNull()
})
