import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkCodes } from '../src/index.ts'

test('docs/diagnostics.md lists every code of the checks with its severity, and no other', () => {
  const doc = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8')
  const section = doc.split('\n## Checking a workspace\n')[1] ?? ''
  const rows = [...section.matchAll(/^\| `(\w+)` +\| (error|warning) +\|/gm)].map(([, code, severity]) => [
    code,
    severity,
  ])
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(checkCodes))
})
