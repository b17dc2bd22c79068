import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from './commands.ts'
import { runCommandLine } from './run-command-line.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-cli-'))
  writeFileSync(
    join(folder, 'good.xs'),
    'function "one" {\n  stack {\n    var $x { value = 1 }\n  }\n  response = $x\n}\n',
  )
  writeFileSync(join(folder, 'notes.md'), 'not XanoScript')
})
afterAll(() => rmSync(folder, { recursive: true }))

async function cairn(...args: string[]) {
  const out: string[] = []
  const error: string[] = []
  const code = await runCommandLine(args, { out: (text) => out.push(text), error: (text) => error.push(text) })
  return { code, out: out.join('\n'), error: error.join('\n') }
}

test.each([
  [[], 'no command'],
  [['nope'], 'unknown command "nope"'],
  [['check'], 'check needs PATH'],
  [['check', '--nope', 'x'], "Unknown option '--nope'"],
  [['check', '/no/such/place'], 'There is no file or folder "/no/such/place"'],
])('%o is one clear line and exit code 2', async (args, message) => {
  const { code, out, error } = await cairn(...args)
  expect([code, out, error.split('\n').length]).toEqual([2, '', 1])
  expect(error).toContain(message)
})

test.each(commands.map((command) => command.name))('%s has a help of its own', async (name) => {
  const { code, out } = await cairn(name, '--help')
  expect([code, out]).toEqual([0, expect.stringContaining(`Usage: cairn ${name}`)])
})

test('check counts files and objects', async () => {
  const { code, out } = await cairn('check', folder, '--json')
  expect([code, JSON.parse(out)]).toEqual([0, { files: 1, objects: 1, errors: 0, warnings: 0, diagnostics: [] }])
})

test('check names the place of an error and exits with 1', async () => {
  const file = join(folder, 'bad.xs')
  writeFileSync(file, 'function "two" {\n  stack {\n')
  const { code, out } = await cairn('check', file, '--json')
  rmSync(file)
  const { errors, diagnostics } = JSON.parse(out)
  expect(code).toBe(1)
  expect(errors).toBe(diagnostics.length)
  expect(Object.keys(diagnostics[0])).toEqual(['file', 'line', 'column', 'severity', 'code', 'message'])
})

test('check looks into stacks, and says what was probably meant', async () => {
  const file = join(folder, 'stack.xs')
  writeFileSync(file, 'function "two" {\n  stack {\n    var $total { value = 1 }\n  }\n  response = $totl\n}\n')
  const { code, out } = await cairn('check', file)
  rmSync(file)
  expect([code, out.split('\n')]).toEqual([
    1,
    [
      `${file}:5:14: error unknown_variable: No statement sets the variable "$totl".`,
      '  Did you mean "total"?',
      '1 files, 1 objects, 1 errors, 0 warnings',
    ],
  ])
})

test('format writes the canonical form once, and --check writes nothing', async () => {
  const file = join(folder, 'loose.xs')
  const loose = 'function "loose" {\n  // kept\n      stack {\n var $x { value = 1 }\n  }\n  response = $x\n}\n'
  writeFileSync(file, loose)
  const checked = await cairn('format', file, '--check', '--json')
  expect([checked.code, JSON.parse(checked.out)]).toEqual([0, { files: 1, unstable: [], diagnostics: [] }])
  expect(readFileSync(file, 'utf8')).toBe(loose)

  expect((await cairn('format', file)).out).toBe('1 files, 0 unstable, 1 written')
  expect(readFileSync(file, 'utf8')).toContain('// kept')
  expect((await cairn('format', file)).out).toBe('1 files, 0 unstable, 0 written')
  rmSync(file)
})

test('format leaves a file with errors as it is', async () => {
  const file = join(folder, 'bad.xs')
  const bad = 'function "two" {\n     stack {\n'
  writeFileSync(file, bad)
  const { code, out } = await cairn('format', file, '--json')
  expect([code, JSON.parse(out).diagnostics.length > 0, readFileSync(file, 'utf8')]).toEqual([1, true, bad])
  rmSync(file)
})
