import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, print } from '../src/index.ts'
import { outline } from './outline.ts'

const FOLDER = new URL('./fixtures/', import.meta.url)

/** A fixture file holds cases: a line `# title`, the source as it is printed, a line `==>`, and its tree. */
const cases = readdirSync(FOLDER).flatMap((name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8')
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [, title = '', source = '', tree = ''] = /^(.*)\n([\s\S]*?)\n==>\n([\s\S]*)$/.exec(part) ?? []
      return { name, title, source: `${source.trim()}\n`, tree: tree.trim() }
    })
})

test.each(cases)('$name: $title', ({ source, tree }) => {
  const { file, diagnostics } = parse(source)
  expect(diagnostics).toEqual([])
  expect(outline(file)).toBe(tree)
  expect(print(file)).toBe(source)
})
