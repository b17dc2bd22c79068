import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const SOURCES = new URL('../src/', import.meta.url)
const PAGE = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8')

test('docs/diagnostics.md lists exactly the codes of reading', () => {
  const source = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, SOURCES), 'utf8'))
    .join('\n')
  const written = source.matchAll(/(?:fail\(\s*|report\(\s*|code: (?:.* \? )?)'([a-z_]+)'(?: : '([a-z_]+)')?/g)
  const codes = [...written].flatMap(([, code, other]) => [code, other]).filter((code) => code !== undefined)
  // What the checks find stands under a heading of its own, which their own test compares.
  const [reading = ''] = PAGE.split('\n## Checking a workspace\n')
  const listed = [...reading.matchAll(/^\| `([a-z_]+)`/gm)].map(([, code]) => code ?? '')
  expect(listed.toSorted()).toEqual([...new Set(codes)].toSorted())
})
