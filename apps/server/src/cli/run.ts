import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { StackError } from '@cairn/statements'
import { loadFolder } from '../run/load-folder.ts'
import { runCase, type Case, type LoadedWorkspace } from '../run/run-cases.ts'
import { runFunction, type RunInput } from '../run/run-function.ts'
import { createRunPorts } from '../run/run-ports.ts'
import { UsageError, type CommandLine, type Terminal } from './command.ts'

/** `cairn run PATH --function NAME [--input JSON]`, or `cairn run --cases FILE`. Starts no database. */
export async function run({ paths, flags }: CommandLine, terminal: Terminal): Promise<number> {
  const cases = flags['cases']
  if (typeof cases === 'string') {
    if (paths.length > 0) throw new UsageError('--cases names the workspaces itself: leave PATH out.')
    return runCasesFile(cases, flags['json'] === true, terminal)
  }
  const [folder] = paths
  const name = flags['function']
  if (folder === undefined || typeof name !== 'string')
    throw new UsageError('run needs PATH and --function NAME, or --cases FILE.')
  return runOne(folder, name, readInput(flags['input']), terminal)
}

async function runOne(folder: string, name: string, input: RunInput, terminal: Terminal): Promise<number> {
  const { program, ports } = await load(folder, terminal)
  const stack = program.function(name)
  if (!stack) throw new UsageError(`There is no function "${name}" in ${folder}.`)
  try {
    terminal.out(JSON.stringify(await runFunction(stack, input, ports)) ?? 'null')
    return 0
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    const { code, message, payload } = error
    terminal.error(JSON.stringify({ code, message, payload }))
    return 1
  }
}

async function runCasesFile(file: string, json: boolean, terminal: Terminal): Promise<number> {
  const cases = await readCases(file)
  const root = dirname(resolve(file))
  let open: { workspace: string; loaded: Promise<LoadedWorkspace> } | null = null
  // Cases of one workspace stand together: keeping the last one loads each once and holds one in memory.
  const loadOnce = (workspace: string): Promise<LoadedWorkspace> => {
    if (open?.workspace !== workspace) open = { workspace, loaded: load(resolve(root, workspace), terminal) }
    return open.loaded
  }
  const results = []
  for (const test of cases) {
    const result = await runCase(test, loadOnce)
    results.push(result)
    if (!json && result.status !== 'passed') terminal.out(`${result.status} ${result.id}: ${result.message}`)
  }
  const passed = results.filter((result) => result.status === 'passed').length
  const failed = results.length - passed
  terminal.out(json ? JSON.stringify({ passed, failed, cases: results }) : `${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

async function load(folder: string, terminal: Terminal): Promise<LoadedWorkspace> {
  const program = await loadFolder(folder)
  return { program, ports: createRunPorts(program.model, (line) => terminal.error(line)) }
}

async function readCases(file: string): Promise<Case[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no file "${file}".`)
  })
  const cases = parseJson(text, `"${file}"`)
  if (Array.isArray(cases) && cases.every(isCase)) return cases
  throw new UsageError(`"${file}" must hold a list of {id, workspace, function, input, expect}.`)
}

function isCase(value: unknown): value is Case {
  if (!isObject(value)) return false
  const { id, workspace, function: name, input } = value
  return [id, workspace, name].every((field) => typeof field === 'string') && isObject(input) && 'expect' in value
}

function readInput(flag: unknown): RunInput {
  const input = typeof flag === 'string' ? parseJson(flag, '--input') : {}
  if (!isObject(input)) throw new UsageError('--input must be a JSON object.')
  return input as RunInput
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${place} is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
