import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommandLine } from './run-command-line.ts'

const functions = `
function double {
  input {
    int number
  }

  stack {
    var $result {
      value = $input.number * 2
    }
  }

  response = $result
}
---
function stored {
  stack {
    db.get note {
      field_name = "id"
      field_value = 1
    } as $note
  }

  response = $note
}
`

async function cairn(...args: string[]): Promise<{ code: number; out: string[]; error: string[] }> {
  const out: string[] = []
  const error: string[] = []
  const code = await runCommandLine(args, { out: (text) => out.push(text), error: (text) => error.push(text) })
  return { code, out, error }
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cairn-run-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  writeFileSync(join(path, 'functions.xs'), functions)
  return path
}

test('one function, by name', async () => {
  const { code, out } = await cairn('run', folder(), '--function', 'double', '--input', '{"number":21}')
  expect([code, out]).toEqual([0, ['42']])
})

test('an error of the stack goes to standard error', async () => {
  const { code, out, error } = await cairn('run', folder(), '--function', 'stored')
  expect([code, out]).toEqual([1, []])
  expect(JSON.parse(error[0]!)).toMatchObject({ code: 'ERROR_FATAL', message: expect.stringContaining('no database') })
})

test.each([
  [['--function', 'triple'], 'There is no function "triple"'],
  [['--function', 'double', '--input', '[]'], '--input must be a JSON object'],
  [['--function', 'double', '--input', '{'], '--input is not JSON'],
  [[], 'run needs PATH and --function NAME, or --cases FILE'],
])('%j is refused', async (args, message) => {
  const { code, error } = await cairn('run', folder(), ...args)
  expect([code, error.join()]).toEqual([2, expect.stringContaining(message)])
})

test('cases say what passed, what failed and what had no result', async () => {
  const path = folder()
  const cases = [
    { id: 'a', workspace: '.', function: 'double', input: { number: 2 }, expect: 4.0 },
    { id: 'b', workspace: '.', function: 'double', input: { number: 2 }, expect: 5 },
    { id: 'c', workspace: '.', function: 'nothing', input: {}, expect: null },
    { id: 'd', workspace: 'missing', function: 'double', input: {}, expect: null },
  ]
  writeFileSync(join(path, 'cases.json'), JSON.stringify(cases))
  const { code, out } = await cairn('run', '--cases', join(path, 'cases.json'), '--json')
  const report = JSON.parse(out[0]!) as { cases: object[] }
  expect([code, report]).toEqual([1, expect.objectContaining({ passed: 1, failed: 3 })])
  expect(report.cases).toEqual([
    { id: 'a', status: 'passed', result: 4, message: '', ms: expect.any(Number) },
    { id: 'b', status: 'failed', result: 4, message: 'Expected 5, got 4.', ms: expect.any(Number) },
    expect.objectContaining({ id: 'c', status: 'error', result: null }),
    expect.objectContaining({ id: 'd', status: 'error', result: null }),
  ])
})
