import type { WorkflowTestObject } from '@cairn/language'
import { noVariables } from '../compile/compile-stack.ts'
import { Run } from '../run/run.ts'
import type { StackHome } from '../stack.ts'
import type { ProgramTest } from '../types.ts'
import { stackUnderTest } from './stack-under-test.ts'

/** A `workflow_test`: its stack runs, and whatever fails in it fails the test. */
export function workflowTest(object: WorkflowTestObject, home: StackHome): ProgramTest {
  return {
    kind: 'workflow',
    object,
    name: object.name,
    disabled: object.statement.disabled,
    async run(invocation) {
      return stackUnderTest(object, null, invocation.trace)(new Run(invocation, home), {}, noVariables)
    },
  }
}
