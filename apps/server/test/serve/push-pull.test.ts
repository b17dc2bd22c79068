import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { startServe, temporaryFolder } from './served-process.ts'

const bundle = fileURLToPath(new URL('../../dist/cairn.js', import.meta.url))

interface Outcome {
  code: number
  out: string
  error: string
}

/** `cairn ARGS` of the bundle, to its end. */
function cairn(args: string[], env: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bundle, ...args],
      { env: { ...process.env, DATABASE_URL: '', ...env } },
      (failed, out, error) => resolve({ code: failed === null ? 0 : Number(failed.code), out, error }),
    )
  })
}

async function writeFolder(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

async function readFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
    ),
  )
}

const hello = (word: string) => `query hello verb=GET {\n  api_group = "g"\n  stack {\n  }\n  response = "${word}"\n}\n`

/** Spacing, comments, line ends and a text nothing can be read from: all of it has to survive. */
const files = {
  'workspace.xs': 'workspace demo {\n}\n',
  'odd place/g.xs': '// the group\napi_group g {\n  canonical = "demo"\n}\n---\n\n' + hello('one'),
  'function/crlf.xs': 'function crlf {\r\n  stack {\r\n  }\r\n\r\n\r\n  response = 1   \r\n}',
  'notes.xs': '// nothing but a comment',
}

async function said(url: string): Promise<unknown> {
  return (await fetch(url)).json()
}

test('a folder goes to a server that runs and comes back as it was', { timeout: 120_000 }, async () => {
  const data = await temporaryFolder()
  const server = await startServe(data)
  const env = { CAIRN_DATA_DIR: data }
  const folder = await writeFolder(files)

  const first = await cairn(['push', folder, '--json'], env)
  expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { workspace: 'demo', files: 4, drafts: [] }])
  const endpoint = `${server.ready.url}/api:demo/hello`
  await vi.waitFor(async () => expect(await said(endpoint)).toBe('one'), { timeout: 10_000 })

  const copy = await temporaryFolder()
  expect((await cairn(['pull', copy], env)).code).toBe(0)
  expect(await readFolder(copy)).toEqual(files)
  const again = await cairn(['push', copy, '--json'], env)
  expect(JSON.parse(again.out)).toMatchObject({ created: [], updated: [], deleted: [] })

  const changed = await writeFolder({ ...files, 'odd place/g.xs': files['odd place/g.xs'].replace('one', 'two') })
  expect((await cairn(['push', changed, '--branch', 'dev'], env)).code).toBe(0)
  await vi.waitFor(async () => expect(await said(`${server.ready.url}/api:demo:dev/hello`)).toBe('two'), {
    timeout: 10_000,
  })
  expect(await said(endpoint)).toBe('one')
  const branch = await temporaryFolder()
  expect((await cairn(['pull', branch, '--branch', 'dev'], env)).code).toBe(0)
  expect(await readFolder(branch)).toEqual(await readFolder(changed))
  expect(await cairn(['pull', branch, '--branch', 'gone'], env)).toMatchObject({
    code: 1,
    error: expect.stringContaining('Workspace "demo" has no branch "gone".'),
  })
})

describe('refuses, in one line,', () => {
  test.each<[string, string[], Record<string, string>, number, string]>([
    ['a folder that is not there', ['push', '/nowhere'], {}, 2, 'There is no file or folder "/nowhere".'],
    [
      'a folder without a workspace',
      ['push', join(import.meta.dirname, '../http'), '--delete'],
      {},
      2,
      'There is no .xs file in',
    ],
    [
      'a database that does not answer',
      ['push', 'FOLDER'],
      { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/x' },
      1,
      'The PostgreSQL of DATABASE_URL, 127.0.0.1:1/x, cannot be used: connect ECONNREFUSED',
    ],
    [
      'a URL that is none',
      ['pull', 'FOLDER'],
      { DATABASE_URL: 'secret' },
      1,
      'DATABASE_URL must look like postgresql://',
    ],
    ['a pull before any push', ['pull', 'FOLDER'], {}, 2, 'There is no workspace yet: push one first.'],
  ])('%s', { timeout: 60_000 }, async (_, args, env, code, message) => {
    const data = await temporaryFolder()
    const folder = await writeFolder(files)
    const outcome = await cairn(
      args.map((arg) => (arg === 'FOLDER' ? folder : arg)),
      { CAIRN_DATA_DIR: data, ...env },
    )
    expect(outcome).toMatchObject({ code, error: expect.stringContaining(message) })
    expect(outcome.error).not.toMatch(/secret|\n\s+at /)
    expect(await readFolder(folder)).toEqual(files)
  })
})

test('of two first pushes at once both arrive, or one is told why not', { timeout: 60_000 }, async () => {
  const env = { CAIRN_DATA_DIR: await temporaryFolder() }
  const folder = await writeFolder(files)
  const outcomes = await Promise.all([cairn(['push', folder], env), cairn(['push', folder], env)])
  const failed = outcomes.filter(({ code }) => code !== 0)
  expect(failed.length).toBeLessThan(2)
  for (const { error } of failed) expect(error).toContain('There is a workspace "demo" already.')
  expect((await cairn(['push', folder, '--json'], env)).out).toContain('"unchanged":5')
})
