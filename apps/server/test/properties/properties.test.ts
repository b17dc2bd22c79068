/** Both builds over a workspace that does much of what stacks do, and over every endpoint of the examples. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWorkspace } from '@cairn/language'
import { loadProgram, type Program } from '@cairn/runtime'
import type { Value } from '@cairn/statements'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadFolder } from '../../src/run/load-folder.ts'
import { testInvocation } from '../../src/test/run-tests.ts'
import { compareCase, sweep, sweepTests, type Finding } from './sweep.ts'

let dataDirectory = ''
const storage = () => ({ databaseUrl: undefined, dataDirectory, log: () => undefined })

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'cairn-properties-'))
})

afterAll(async () => {
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
})

const folder = (path: string): string => new URL(path, import.meta.url).pathname

/** What differs, by the name of the subject: nothing when both properties hold of all. */
const differing = (found: readonly Finding[]) =>
  Object.fromEntries(found.flatMap(({ name, differences }) => (differences.length > 0 ? [[name, differences]] : [])))

test('every test of a workspace that reads, writes, loops, waits and fails', async () => {
  const text = await readFile(new URL('workspace.xs', import.meta.url), 'utf8')
  const program = loadProgram(readWorkspace([{ path: 'workspace.xs', text }]))
  const found = await sweepTests(program, storage())
  expect(found.map(({ name }) => name)).toEqual(
    program.tests.map(({ object, name }) => `${object.kind} ${object.name}: ${name}`),
  )
  expect(differing(found)).toEqual({})
})

const input: { [key: string]: Value } = {
  name: 'Ada',
  email: 'ada@example.com',
  password: 'Engine-1843',
  body: 'First',
  n: 7,
  count: 300,
}

const signups = ({ queries }: Program) => queries.filter(({ object }) => object.path === 'auth/signup')

test.each([
  ['examples', '../../../../examples/notes'],
  ['the fixture of the server', '../serve/notes'],
])('every endpoint of %s', async (_what, path) => {
  const program = await loadFolder(folder(path))
  expect(program.queries.length).toBeGreaterThan(0)
  const found = await sweep(
    program,
    storage(),
    program.queries.map((query) => ({
      name: `${query.object.verb} ${query.object.path}`,
      // Somebody signs up first where that can be done: there is a row to read then.
      async subject(ports, trace) {
        const auth = query.object.auth === null ? null : { table: query.object.auth, id: 1, extras: {} }
        for (const signup of signups(program)) await signup.run(input, testInvocation(ports, trace))
        return query.run(input, { ...testInvocation(ports, trace), auth })
      },
    })),
  )
  expect(differing(found)).toEqual({})
})

test('functions of the benchmark, which only compute', async () => {
  const program = await loadFolder(folder('../../../../packages/bench/workspace'))
  const names = [...program.model.functions.keys()]
  expect(names.length).toBeGreaterThan(0)
  const found: Finding[] = []
  for (const name of names) {
    const one = { id: name, workspace: '', function: name, input, expect: null }
    found.push(await compareCase(one, program))
  }
  expect(differing(found)).toEqual({})
})
