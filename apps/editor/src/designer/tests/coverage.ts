import type { TestsAnswer } from './tests-store.ts'

/** What a statement or block shows of the tests that ran. */
export interface Reached {
  /** Names of the tests that ran it; none: no test does. */
  by: readonly string[]
  /** Of a statement whose blocks a run may pass by, whether a test does; null where that is no branch of its own. */
  passedBy: boolean | null
}

const PASSED_BY = '.otherwise'

/** By address. */
export function reachedOf({ tests, coverage }: TestsAnswer): Map<string, Reached> {
  const reached = new Map<string, Reached>()
  for (const { address, tests: ran } of coverage.places) {
    if (address.endsWith(PASSED_BY)) {
      const statement = address.slice(0, -PASSED_BY.length)
      reached.set(statement, { by: reached.get(statement)?.by ?? [], passedBy: ran.length > 0 })
      continue
    }
    reached.set(address, { by: ran.map((index) => tests[index]?.name ?? ''), passedBy: null })
  }
  return reached
}

/** `Run by 2 tests: "a", "b"`, and whether a way past its blocks lacks a test. */
export function reachedText({ by, passedBy }: Reached): string {
  const names = by.map((name) => `"${name}"`).join(', ')
  const ran =
    by.length === 0 ? 'No test runs this' : `Run by ${by.length === 1 ? 'the test' : `${by.length} tests:`} ${names}`
  return passedBy === false ? `${ran}. No test passes it by without running a block` : ran
}

/** `14 of 16 statements, 5 of 6 branches` */
export function figuresOf({ coverage: { statements, branches } }: TestsAnswer): string {
  const all = `${statements.ran} of ${statements.of} ${statements.of === 1 ? 'statement' : 'statements'}`
  return branches.of === 0
    ? all
    : `${all}, ${branches.ran} of ${branches.of} ${branches.of === 1 ? 'branch' : 'branches'}`
}
