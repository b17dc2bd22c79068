/** The list of guards names lines and tests that are there; whether the tests notice is `node scripts/guards.mjs`. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

interface Layer {
  guard: string
  without: string
}

interface Guard extends Layer {
  class: number
  what: string
  file: string
  and?: Layer
  tests: string[]
}

const root = new URL('../', import.meta.url)
const { guards } = (await import(new URL('scripts/guards/list.mjs', root).href)) as { guards: Guard[] }
const inRoot = (path: string) => fileURLToPath(new URL(path, root))

test.each(guards)('class $class: $what', ({ file, tests, and, ...first }) => {
  const text = readFileSync(inRoot(file), 'utf8')
  for (const { guard, without } of and ? [first, and] : [first]) {
    expect(text).toContain(guard)
    expect(without).not.toBe(guard)
  }
  expect(tests.filter((path) => !existsSync(inRoot(path)))).toEqual([])
  expect(tests).not.toEqual([])
})

test('every class of the table in docs/security.md that is one line somewhere has its guard', () => {
  const rows = readFileSync(inRoot('docs/security.md'), 'utf8').matchAll(/^\| (\d+) +\|/gm)
  const documented = new Set([...rows].map(([, number]) => Number(number)))
  expect(guards.map((guard) => guard.class).filter((number) => !documented.has(number))).toEqual([])
})
