import type { WorkspaceModel } from '@cairn/language'
import { loadProgram, type ProgramTest } from '@cairn/runtime'
import { isObject, type Value } from '@cairn/statements'
import { Refusal } from '../editor/refusal.ts'
import { checkTest } from './check-test.ts'
import type { RanStatement } from './own-steps.ts'
import { mocksOf, writeTest, type Expected, type TestToWrite } from './write-test.ts'

export interface KeptTest {
  source: string
  /** Parts of the response that are another each time, and not expected. */
  dropped: string[]
}

/** Tries to make one, which takes a run each. */
const MOST_RUNS = 60
/** Parts deeper than this are not told apart. */
const MOST_DEPTH = 4

/** Each part of a response by itself, so that one which changes with the time or by chance can be left out. */
const expectedOf = (response: Value): Expected[] => partsOf([], response)

function partsOf(path: readonly string[], value: Value): Expected[] {
  if (!isObject(value) || Object.keys(value).length === 0 || path.length >= MOST_DEPTH) return [{ path, value }]
  return Object.entries(value).map(([key, inner]) => ({ path: [...path, key], value: inner }))
}

/** A run that is to become a test, without secrets. */
export interface RunToKeep {
  /** The text of the object that ran. */
  source: string
  name: string
  input: Value
  steps: readonly RanStatement[]
  result: Value
  /** What it failed with; null where it did not. */
  failure: string | null
}

/** A run as a test in the text of its object; refused with the reason when it can not be repeated without the world. */
export async function keepRun(
  { source, name, input, steps, result, failure }: RunToKeep,
  modelWith: (source: string) => Promise<WorkspaceModel>,
): Promise<KeptTest> {
  const found = mocksOf(source, steps)
  if ('reason' in found) throw notTestable(found.reason)
  const expected = failure === null ? expectedOf(result) : [{ failure }]
  const kept = await keepTest(source, { name, input, mocks: found.mocks, expected }, modelWith)
  if ('reason' in kept) throw notTestable(kept.reason)
  return kept
}

const notTestable = (reason: string): Refusal =>
  new Refusal(409, 'not_testable', `It can not be kept as a test. ${reason}`)

/**
 * A test that passes, as the text of its object: what fails when it is tried is taken apart, and left out where it is
 * another each time. Null with the reason when the run cannot be repeated without the world.
 */
async function keepTest(
  source: string,
  test: TestToWrite,
  modelWith: (source: string) => Promise<WorkspaceModel>,
): Promise<KeptTest | { reason: string }> {
  let expected = test.expected
  const dropped: string[] = []
  for (let run = 0; run < MOST_RUNS; run++) {
    const text = writeTest(source, { ...test, expected })
    const model = await modelWith(text)
    const found = findTest(loadProgram(model).tests, test.name)
    if (found === null) return { reason: 'The test cannot be read back. Choose a plainer name.' }
    const failure = await checkTest(found, model)
    if (failure === null) return { source: text, dropped }
    const index = Number(/^stack\.(\d+)$/.exec(failure.at ?? '')?.[1] ?? -1)
    const failed = expected[index]
    if (failed === undefined || 'failure' in failed) return { reason: failure.message }
    const parts = partsOf(failed.path, failed.value)
    const isWhole = parts.length === 1 && 'path' in parts[0]! && parts[0].path.length === failed.path.length
    if (isWhole) dropped.push(['response', ...failed.path].join('.'))
    expected = [...expected.slice(0, index), ...(isWhole ? [] : parts), ...expected.slice(index + 1)]
    if (expected.length === 0) return { reason: 'Every part of the response is another each time.' }
  }
  return { reason: 'The response has too many parts that are another each time.' }
}

const findTest = (tests: readonly ProgramTest[], name: string): ProgramTest | null =>
  tests.findLast((test) => test.kind === 'unit' && test.name === name) ?? null
