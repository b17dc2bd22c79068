import { performance } from 'node:perf_hooks'
import type { Invocation, Program, ProgramTest, TraceSink } from '@cairn/runtime'
import { StackError, type Ports } from '@cairn/statements'
import { defaultLimits } from '../serve/default-limits.ts'
import { noRequest } from '../run/run-function.ts'
import type { TestDatabase } from './test-database.ts'

export interface TestResult {
  file: string
  /** Kind and name of the object: `function deals/win`. */
  object: string
  kind: 'unit' | 'workflow'
  name: string
  status: 'passed' | 'failed' | 'skipped'
  message: string
}

export interface TestReport {
  passed: number
  failed: number
  skipped: number
  seconds: number
  tests: TestResult[]
}

export interface TestRun {
  program: Program
  /** Made anew for each test; the database is replaced by the run's own. */
  ports: () => Ports
  database: TestDatabase
  /** Only tests whose object or name has this text. */
  filter: string
  /** Told of each result as it comes. */
  report(result: TestResult): void
}

/** Milliseconds one test may take. */
const longest = 30_000

/** Runs the tests of a workspace one after another, each on an empty database. */
export async function runTests(run: TestRun): Promise<TestReport> {
  const begin = performance.now()
  const tests: TestResult[] = []
  for (const test of run.program.tests) {
    const place = placeOf(test, run.program)
    if (![place.object, place.name].some((text) => text.includes(run.filter))) continue
    const result = { ...place, ...(test.disabled ? skipped : await outcome(test, run)) }
    tests.push(result)
    run.report(result)
  }
  const count = (status: TestResult['status']) => tests.filter((test) => test.status === status).length
  const seconds = Math.round(performance.now() - begin) / 1000
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), seconds, tests }
}

type Outcome = Pick<TestResult, 'status' | 'message'>

const skipped: Outcome = { status: 'skipped', message: 'It is disabled.' }

async function outcome(test: ProgramTest, run: TestRun): Promise<Outcome> {
  try {
    await run.database.clear()
    await test.run(testInvocation({ ...run.ports(), db: run.database.port }, null))
    return { status: 'passed', message: '' }
  } catch (error) {
    return { status: 'failed', message: describe(error) }
  }
}

/** How a test runs: as nobody's request. */
export function testInvocation(ports: Ports, trace: TraceSink | null): Invocation {
  const limits = { ...defaultLimits, deadline: longest }
  return { ports, request: noRequest({}), auth: null, limits, signal: AbortSignal.timeout(longest), trace }
}

function placeOf(test: ProgramTest, program: Program): Pick<TestResult, 'file' | 'object' | 'kind' | 'name'> {
  const { kind, name } = test.object
  return {
    file: program.model.files.get(test.object)?.path ?? '',
    object: `${kind} ${name}`,
    kind: test.kind,
    name: test.name,
  }
}

function describe(error: unknown): string {
  if (!(error instanceof StackError)) return `Defect: ${error instanceof Error ? error.stack : String(error)}`
  return error.at === null ? error.message : `${error.message} (at ${error.at})`
}
