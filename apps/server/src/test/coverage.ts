import { clauseAt, statementAt, type WorkspaceModel } from '@cairn/language'
import { coverableOf, CoverageSink, type RunnableObject, type TraceSink } from '@cairn/runtime'
import { stacksOf } from './stacks-of.ts'

/** A statement or branch, and which of the tests ran it, by their place in the report. */
export interface CoveredPlace {
  address: string
  /** In its file. */
  line: number
  tests: number[]
}

export interface ObjectCoverage {
  file: string
  /** Kind and name: `function deals/win`. */
  object: string
  statements: CoveredPlace[]
  /** `clause`: the block that is run, or could stand where none of the others is. */
  branches: (CoveredPlace & { clause: string })[]
}

/** How many of all ran in any test. */
export interface Share {
  ran: number
  of: number
}

export interface CoverageReport {
  statements: Share
  branches: Share
  objects: ObjectCoverage[]
}

/** What is told while a test runs. */
export interface TestWatch {
  trace: TraceSink
  /** An addon was looked up for the rows of a query. */
  addon: (name: string) => void
}

/** What the tests of a run reach of the stacks of a workspace. */
export class Coverage {
  readonly #model: WorkspaceModel
  readonly #sinks: { test: number; sink: CoverageSink }[] = []

  constructor(model: WorkspaceModel) {
    this.#model = model
  }

  /** Watches the test that has that place in the report. */
  watch(test: number): TestWatch {
    const sink = new CoverageSink()
    this.#sinks.push({ test, sink })
    return {
      trace: sink,
      addon: (name) => {
        const addon = this.#model.addons.get(name)
        if (addon !== undefined) sink.whole(addon)
      },
    }
  }

  /** Of everything that has a stack and is no test. */
  report(): CoverageReport {
    const objects = stacksOf(this.#model)
      .map((object) => this.of(object))
      .filter(({ statements }) => statements.length > 0)
    const statements = share(objects.flatMap((object) => object.statements))
    return { statements, branches: share(objects.flatMap(({ branches }) => branches)), objects }
  }

  of(object: RunnableObject): ObjectCoverage {
    const { path, text } = this.#model.files.get(object) ?? { path: '', text: '' }
    const { statements, branches } = coverableOf(object)
    const ran = this.#sinks.flatMap(({ test, sink }) => {
      const addresses = sink.reached.get(object)
      return addresses === undefined ? [] : [{ test, addresses }]
    })
    const lines = linesOf(text)
    const placed = (address: string): CoveredPlace => ({
      address,
      line: lines(startOf(object, address)),
      tests: ran.filter(({ addresses }) => addresses.has(address)).map(({ test }) => test),
    })
    return {
      file: path,
      object: `${object.kind} ${object.name}`,
      statements: statements.map(placed),
      branches: branches.map(({ address, clause }) => ({ ...placed(address), clause })),
    }
  }
}

export const share = (places: readonly CoveredPlace[]): Share => ({
  ran: places.filter(({ tests }) => tests.length > 0).length,
  of: places.length,
})

/** Where the statement or block of an address begins; a way past blocks begins with their statement. */
function startOf({ statement: { body } }: RunnableObject, address: string): number {
  const found = statementAt(body, address) ?? clauseAt(body, address)
  return (found ?? statementAt(body, address.slice(0, address.lastIndexOf('.'))))?.start ?? 0
}

/** The line of an offset; offsets come in the order of the text or nearly so. */
function linesOf(text: string): (offset: number) => number {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return (offset) => breaks.filter((at) => at < offset).length + 1
}
