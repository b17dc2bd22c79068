import { performance } from 'node:perf_hooks'
import type { Invocation, Program, ProgramTest, TraceSink } from '@cairn/runtime'
import type { Ports } from '@cairn/statements'
import { defaultLimits } from '../serve/default-limits.ts'
import { noRequest } from '../run/run-function.ts'
import type { Coverage, TestWatch } from './coverage.ts'
import { describeFailure } from './describe-failure.ts'
import { RunBeside } from './run-beside.ts'
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
  /** Those that run, in this order; all of the program when left out. */
  tests?: readonly ProgramTest[]
  /** What is said of a test in the place of running it, if anything. */
  instead?: () => Outcome | null
  /** Watches what the tests reach; they run in the traced build then. */
  coverage?: Coverage
  /** Told of each result as it comes. */
  report?: (result: TestResult) => void
}

/** Milliseconds one test may take. */
const longest = 30_000
/** Milliseconds that what a test started and did not wait for may go on before the next begins. */
const longestBeside = 5000

/** Runs the tests of a workspace one after another, each on an empty database. */
export async function runTests(run: TestRun): Promise<TestReport> {
  const begin = performance.now()
  const tests: TestResult[] = []
  for (const test of run.tests ?? run.program.tests) {
    const watch = run.coverage?.watch(tests.length) ?? null
    const told = test.disabled ? skipped : (run.instead?.() ?? (await outcome(test, run, watch)))
    const result = { ...placeOf(test, run.program), ...told }
    tests.push(result)
    run.report?.(result)
  }
  const count = (status: TestResult['status']) => tests.filter((test) => test.status === status).length
  const seconds = Math.round(performance.now() - begin) / 1000
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), seconds, tests }
}

type Outcome = Pick<TestResult, 'status' | 'message'>

const skipped: Outcome = { status: 'skipped', message: 'It is disabled.' }

async function outcome(test: ProgramTest, run: TestRun, watch: TestWatch | null): Promise<Outcome> {
  const beside = new RunBeside()
  try {
    await run.database.clear()
    const db = watch === null ? run.database.port : run.database.tellingAddons(watch.addon)
    const invocation = testInvocation({ ...run.ports(), db }, watch?.trace ?? null)
    await test.run({ ...invocation, besides: (work) => beside.add(work) })
    return { status: 'passed', message: '' }
  } catch (error) {
    return { status: 'failed', message: describeFailure(error, test, run.program.model) }
  } finally {
    // The next test has a database without what this one left behind.
    await beside.ended(longestBeside)
  }
}

/** How a test runs: as nobody's request. */
export function testInvocation(ports: Ports, trace: TraceSink | null): Invocation {
  const limits = { ...defaultLimits, deadline: longest }
  return { ports, request: noRequest({}), auth: null, limits, signal: AbortSignal.timeout(longest), trace }
}

/** How a report names the object of a test: `function deals/win`. */
export const testedObject = ({ object: { kind, name } }: ProgramTest): string => `${kind} ${name}`

function placeOf(test: ProgramTest, program: Program): Pick<TestResult, 'file' | 'object' | 'kind' | 'name'> {
  return {
    file: program.model.files.get(test.object)?.path ?? '',
    object: testedObject(test),
    kind: test.kind,
    name: test.name,
  }
}
