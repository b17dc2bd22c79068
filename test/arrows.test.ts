/** Arrows only go down: who may import whom. The list is the one of docs/architecture.md, from the top. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Each may import those below it that it lists; `testing` and `bench` may be used by tests alone. */
const allowed: Record<string, string[]> = {
  '@cairn/editor': ['contract', 'ui', 'statements', 'language'],
  '@cairn/server': [
    'workspace',
    'database',
    'auth',
    'contract',
    'runtime',
    'checker',
    'sandbox',
    'statements',
    'language',
  ],
  '@cairn/bench': ['workspace', 'database', 'auth', 'runtime', 'statements', 'language'],
  '@cairn/workspace': ['database', 'contract', 'checker', 'language'],
  '@cairn/database': ['statements', 'language'],
  '@cairn/auth': ['statements'],
  '@cairn/contract': ['language'],
  '@cairn/runtime': ['checker', 'statements', 'language'],
  '@cairn/checker': ['statements', 'language'],
  '@cairn/sandbox': ['statements'],
  '@cairn/statements': ['language'],
  '@cairn/language': [],
  '@cairn/ui': [],
  '@cairn/testing': ['database', 'sandbox', 'auth', 'runtime', 'statements', 'language'],
}

interface Member {
  folder: string
  name: string
  dependencies: string[]
}

const members: Member[] = ['apps', 'packages'].flatMap((parent) =>
  readdirSync(join(root, parent)).flatMap((name) => readMember(join(root, parent, name))),
)

function readMember(folder: string): Member[] {
  const path = join(folder, 'package.json')
  if (!existsSync(path)) return []
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { name: string; dependencies?: Record<string, string> }
  return [{ folder, name: manifest.name, dependencies: Object.keys(manifest.dependencies ?? {}) }]
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|mts)$/.test(path) && !path.includes('node_modules'))
    .map((path) => join(folder, path))
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'";]*?)?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2]!)
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || /\/test\//.test(path)

/** What is wrong with an import of `from` in `member`, or null. */
function fault(member: Member, path: string, from: string): string | null {
  if (from.startsWith('.')) {
    const outside = relative(member.folder, resolve(dirname(path), from)).startsWith('..')
    return outside ? `reaches out of its package: ${from}` : null
  }
  const [, name, rest] = /^@cairn\/([^/]+)(\/.*)?$/.exec(from) ?? []
  if (name === undefined || `@cairn/${name}` === member.name) return null
  if (rest?.startsWith('/src')) return `reaches into another's sources: ${from}`
  if (isTest(path) && name === 'testing') return null
  return allowed[member.name]?.includes(name) ? null : `points up or sideways: ${from}`
}

test('every package has a place in the order', () => {
  expect(members.map((member) => member.name).filter((name) => !(name in allowed))).toEqual([])
})

test('the order itself has no way back up', () => {
  const order = Object.keys(allowed)
  const wrong = order.flatMap((name, at) =>
    (allowed[name] ?? []).filter((below) => order.indexOf(`@cairn/${below}`) < at && name !== '@cairn/testing'),
  )
  expect(wrong).toEqual([])
})

describe.each(members)('$name', (member) => {
  test('depends only downwards', () => {
    const own = member.dependencies.filter((name) => name.startsWith('@cairn/')).map((name) => name.slice(7))
    expect(own.filter((name) => !allowed[member.name]?.includes(name))).toEqual([])
  })

  test('imports only downwards, through front doors', () => {
    const sources = ['src', 'test', 'app', 'components'].flatMap((folder) => sourcesBelow(join(member.folder, folder)))
    const faults = sources.flatMap((path) =>
      importsOf(path).flatMap((from) => {
        const wrong = fault(member, path, from)
        return wrong ? [`${relative(root, path)} ${wrong}`] : []
      }),
    )
    expect(faults).toEqual([])
  })
})
