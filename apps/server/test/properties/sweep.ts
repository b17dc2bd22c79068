import type { Program } from '@cairn/runtime'
import { fakePorts } from '@cairn/testing'
import type { Ports } from '@cairn/statements'
import { unavailableDatabase, unavailableFiles } from '../../src/ports/unavailable-ports.ts'
import { longestCase, type Case } from '../../src/run/run-cases.ts'
import { runFunction } from '../../src/run/run-function.ts'
import type { StorageOptions } from '../../src/serve/open-storage.ts'
import { testInvocation } from '../../src/test/run-tests.ts'
import { createTestDatabase, type TestDatabase } from '../../src/test/test-database.ts'
import { compareBuilds, type Subject, type Verdict } from './compare-builds.ts'

export interface Finding extends Verdict {
  kind: 'test' | 'case'
  name: string
}

/** A workspace whose time, chance and rows are the same at each run. */
interface SteadyWorld {
  /** Ports at the beginning of all that; only one run at a time. */
  begin(): Promise<Ports>
  close(): Promise<void>
}

function steadyPorts({ model }: Program): ReturnType<typeof fakePorts> {
  return fakePorts({ env: model.workspace?.env ?? {} })
}

function steadyWorld(program: Program, storage: Omit<StorageOptions, 'ephemeral'>): SteadyWorld {
  let ports = steadyPorts(program)
  const database: TestDatabase = createTestDatabase(program.model, storage, { now: () => ports.clock.now() })
  return {
    async begin() {
      ports = steadyPorts(program)
      await database.clear()
      return { ...ports, db: database.port }
    },
    close: () => database.close(),
  }
}

/** Compares the builds over every test of a program. */
export async function sweepTests(program: Program, storage: Omit<StorageOptions, 'ephemeral'>): Promise<Finding[]> {
  const tests = program.tests.filter(({ disabled }) => !disabled)
  return sweep(
    program,
    storage,
    tests.map((test) => ({
      name: `${test.object.kind} ${test.object.name}: ${test.name}`,
      subject: (ports, trace) => test.run(testInvocation(ports, trace)),
    })),
  )
}

/** Compares the builds over subjects that may write to the tables of a program. */
export async function sweep(
  program: Program,
  storage: Omit<StorageOptions, 'ephemeral'>,
  subjects: readonly { name: string; subject: Subject }[],
): Promise<Finding[]> {
  const world = steadyWorld(program, storage)
  const findings: Finding[] = []
  try {
    for (const { name, subject } of subjects) {
      findings.push({ kind: 'test', name, ...(await compareBuilds(subject, () => world.begin())) })
    }
    return findings
  } finally {
    await world.close()
  }
}

/** Compares the builds over a case, as `cairn run --cases` runs it: without a database. */
export async function compareCase({ id, function: name, input }: Case, program: Program): Promise<Finding> {
  const stack = program.function(name)
  if (stack === null) throw new Error(`There is no function "${name}".`)
  const world = async () => ({ ...steadyPorts(program), db: unavailableDatabase(), files: unavailableFiles() })
  const verdict = await compareBuilds(
    (ports, trace) => runFunction(stack, input, ports, { deadline: longestCase, trace }),
    world,
  )
  return { kind: 'case', name: id, ...verdict }
}
