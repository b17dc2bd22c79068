import { isGiven } from '../infer/expression-scope.ts'
import { maybeSetAt } from '../infer/infer-stack.ts'
import { didYouMean } from '../report/did-you-mean.ts'
import type { Check } from './check.ts'

/** A variable that no statement of the stack sets (`$[""]`: one that is no more), and an input that is not declared. */
export const variables: Check = {
  codes: {
    unknown_variable: 'error',
    variable_before_set: 'warning',
    unknown_input: 'error',
    lost_reference: 'warning',
  },
  variable(node, scope, { workspace, object, report }) {
    if (isGiven(node.name)) return
    if (node.name === '') {
      return report(
        'lost_reference',
        node,
        'This names no variable; it fails when it is reached.',
        'Choose a variable.',
      )
    }
    const stack = workspace.stackOf(object)
    if (scope.variable(node.name) !== null) {
      if (maybeSetAt(stack, node.name, node.start)) return
      return report(
        'variable_before_set',
        node,
        `"$${node.name}" is set only further down.`,
        'Set it before it is used.',
      )
    }
    const names = stack.variables.keys()
    const hint = didYouMean(node.name, names, 'Set it first, with var or as.')
    report('unknown_variable', node, `No statement sets the variable "$${node.name}".`, hint)
  },
  member(node, type, _scope, { report }) {
    if (node.object.kind !== 'variable' || node.object.name !== 'input') return
    if (type.kind !== 'object' || type.open || type.fields.has(node.key)) return
    const hint = didYouMean(node.key, type.fields.keys(), 'Declare it in the input block.')
    report('unknown_input', node, `There is no input "${node.key}".`, hint)
  },
}
