import type { WorkspaceItem, WorkspaceModel } from '@cairn/language'
import { loadProgram, type Branch, type RunnableObject } from '@cairn/runtime'
import type { LambdaPort } from '@cairn/statements'
import { createRunPorts } from '../run/run-ports.ts'
import type { StorageOptions } from '../serve/open-storage.ts'
import { Coverage, share, type CoveredPlace, type Share } from './coverage.ts'
import { runTests, type TestResult } from './run-tests.ts'
import { createTestDatabase } from './test-database.ts'
import { testsOf } from './tests-of.ts'

/** An object among what else is published, or all of that. */
export interface Tested {
  model: WorkspaceModel
  item: WorkspaceItem | null
  branch: string
}

export interface ObjectTests {
  /** `own`: of the object itself, not of what uses it. */
  results: (TestResult & { own: boolean })[]
  seconds: number
  coverage: {
    statements: Share
    branches: Share
    /** Statements, whose clause is null, and branches. */
    places: (CoveredPlace & { clause: Branch['clause'] | null })[]
  }
}

/** Runs at the same time: each has a database of its own. */
const atOnce = 2
/** Milliseconds after which no further test begins. */
const longest = 60_000

const late: Pick<TestResult, 'status' | 'message'> = {
  status: 'failed',
  message: `It did not begin: the tests before it took more than ${longest / 1000} seconds.`,
}

/** Runs the tests of single objects for the editor, as `cairn test` runs those of a folder. */
export class ObjectTester {
  readonly #storage: Omit<StorageOptions, 'ephemeral'>
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(storage: Omit<StorageOptions, 'ephemeral'>) {
    this.#storage = storage
  }

  /** Waits for its turn when others run tests. */
  async run(tested: Tested, lambda: LambdaPort): Promise<ObjectTests> {
    if (this.#running >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#running++
    try {
      return await this.#runNow(tested, lambda)
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }

  async #runNow({ model, item, branch }: Tested, lambda: LambdaPort): Promise<ObjectTests> {
    const program = loadProgram(model, { branch })
    const chosen = item === null ? program.tests : testsOf(program, item)
    const coverage = new Coverage(model)
    const database = createTestDatabase(model, this.#storage)
    const end = performance.now() + longest
    const begin = performance.now()
    const results: ObjectTests['results'] = []
    try {
      const { tests } = await runTests({
        program,
        tests: chosen,
        ports: () => createRunPorts(model, () => undefined, lambda),
        database,
        coverage,
        instead: () => (performance.now() > end ? late : null),
      })
      results.push(...tests.map((test, index) => ({ ...test, own: isOwn(chosen[index]?.object, item) })))
    } finally {
      await database.close()
    }
    return { results, seconds: Math.round(performance.now() - begin) / 1000, coverage: coverageOf(coverage, item) }
  }
}

const isOwn = (object: WorkspaceItem | undefined, item: WorkspaceItem | null): boolean => object === item

/** Of what has no stack: nothing. */
function coverageOf(coverage: Coverage, item: WorkspaceItem | null): ObjectTests['coverage'] {
  if (item === null || !hasStack(item)) return { statements: share([]), branches: share([]), places: [] }
  const { statements, branches } = coverage.of(item)
  return {
    statements: share(statements),
    branches: share(branches),
    places: [...statements.map((place) => ({ ...place, clause: null })), ...branches],
  }
}

const hasStack = (item: WorkspaceItem): item is RunnableObject => 'stack' in item
