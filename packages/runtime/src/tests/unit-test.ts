import { attribute, statementsOf, type Body, type UnitTest } from '@cairn/language'
import { StackError, type Value, type ValueObject } from '@cairn/statements'
import { compileStack, noVariables } from '../compile/compile-stack.ts'
import { closedFunction } from '../compile/expression-function.ts'
import { checkFailure } from '../run/check-failure.ts'
import { Run } from '../run/run.ts'
import type { StackHome } from '../stack.ts'
import { stackUnderTest } from './stack-under-test.ts'
import type { Invocation, ProgramTest, RunnableObject } from '../types.ts'

/** A `test` block of an object: its stack with the test's input and mocks, then what is expected of `$response`. */
export function unitTest(object: RunnableObject, test: UnitTest, home: StackHome): ProgramTest {
  return {
    kind: 'unit',
    object,
    name: test.name,
    disabled: test.statement.disabled,
    async run(invocation) {
      const run = new Run(invocation, home)
      const outcome = await runObject(object, test, run, home)
      const failure = expectedFailure(test.body)
      if (failure !== null) {
        checkOutcome(outcome, failure, test)
        return null
      }
      if ('error' in outcome) throw outcome.error
      await expectations(test, outcome.response, invocation, home)
      return outcome.response
    },
  }
}

type Outcome = { response: Value } | { error: unknown }

async function runObject(object: RunnableObject, test: UnitTest, run: Run, home: StackHome): Promise<Outcome> {
  try {
    const raw = test.input === null ? {} : closedFunction(test.input)(run, null, null, null)
    const input = home.inputs(object, 'request')(raw as ValueObject, { now: run.now() })
    const stack = stackUnderTest(object, test.name, run.invocation.trace)
    return { response: await stack(run, input, noVariables) }
  } catch (error) {
    return { error }
  }
}

interface ExpectedFailure {
  text: Value
  /** The address of its `expect.to_throw` in the test. */
  at: string
}

/** `expect.to_throw` without statements is about the run itself. */
function expectedFailure(test: Body): ExpectedFailure | null {
  const checks = statementsOf(test)
  const index = checks.findIndex(({ name, disabled }) => name === throws && !disabled)
  if (index < 0) return null
  const { body } = checks[index]!
  const text = (attribute(body, 'exception') ?? attribute(body, 'value'))?.value
  return { text: text?.kind === 'text' ? text.value : null, at: `stack.${index}` }
}

const throws = 'expect.to_throw'

/** Fails at the test's `expect.to_throw`, unless the outcome is the failure that it names. */
function checkOutcome(outcome: Outcome, { text, at }: ExpectedFailure, test: UnitTest): void {
  try {
    if ('error' in outcome) return checkFailure(outcome.error, text)
    throw new StackError('standard', 'expectation_failed', 'Expected the run to fail, but it did not.')
  } catch (error) {
    if (error instanceof StackError && error.at === null) {
      error.at = at
      error.statement = throws
      error.object = testPlace(test)
    }
    throw error
  }
}

/** How errors name the test that an expectation stands in. */
const testPlace = ({ name }: UnitTest): { kind: string; name: string } => ({ kind: 'test', name })

async function expectations(test: UnitTest, response: Value, invocation: Invocation, home: StackHome): Promise<void> {
  const build = { async: true, traced: false, given: ['response'], object: testPlace(test) }
  const checks = compileStack({ stack: test.body, response: null }, build)
  await checks.call(new Run(invocation, home), {}, { response })
}
