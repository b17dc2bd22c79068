import { attribute, type Body, type UnitTest } from '@cairn/language'
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
        checkOutcome(outcome, failure.text)
        return null
      }
      if ('error' in outcome) throw outcome.error
      await expectations(test.body, outcome.response, invocation, home)
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

/** `expect.to_throw` without statements is about the run itself. */
function expectedFailure(body: Body): { text: Value } | null {
  for (const item of body.items) {
    if (item.kind !== 'statement' || item.name !== 'expect.to_throw' || item.disabled) continue
    const text = (attribute(item.body, 'exception') ?? attribute(item.body, 'value'))?.value
    return { text: text?.kind === 'text' ? text.value : null }
  }
  return null
}

function checkOutcome(outcome: Outcome, text: Value): void {
  if ('error' in outcome) return checkFailure(outcome.error, text)
  throw new StackError('standard', 'expectation_failed', 'Expected the run to fail, but it did not.')
}

async function expectations(body: Body, response: Value, invocation: Invocation, home: StackHome): Promise<void> {
  const checks = compileStack({ stack: body, response: null }, { async: true, traced: false, given: ['response'] })
  await checks.call(new Run(invocation, home), {}, { response })
}
