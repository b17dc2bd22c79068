import { eachArgument, perElement } from '../../define/each-parameter.ts'
import { needed } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import { within } from '../limits.ts'

export const transform: Filter = {
  definition: {
    name: 'transform',
    category: 'object',
    help: 'The value of an expression in which `$$` is the piped value.',
    input: 'any',
    params: [perElement('expression', 'The expression; `$$` is the value.')],
    result: 'any',
    follows: { of: 'expression' },
    examples: [
      { expression: '2|transform:$$ + 3', expect: 5 },
      { expression: '{a: {b: 1}}|transform:$this.a', expect: { b: 1 } },
      { expression: 'null|transform:$$ == null', expect: true },
    ],
  },
  evaluate: (value, [expression]) => eachArgument(expression)(value, null, null, null),
}

export const toExpr: Filter = {
  definition: {
    name: 'to_expr',
    category: 'object',
    help: 'Reads text as an expression and gives its value. It sees no variables, inputs or secrets of the stack.',
    input: 'text',
    params: [],
    result: 'any',
    examples: [
      { expression: '"(2 + 1) % 2"|to_expr', expect: 1 },
      { expression: '"[1, 2]|count"|to_expr', expect: 2 },
    ],
  },
  evaluate: (value, _, context) =>
    context.evaluateExpression(within(toText(value), context), { this: null, index: null, parent: null }),
}

export const as: Filter = {
  definition: {
    name: 'as',
    category: 'object',
    help: 'Would name the value for later in the chain, which is not available. Set a variable instead.',
    input: 'any',
    params: [needed('name', 'text', 'The name.')],
    result: 'any',
    examples: [],
  },
  evaluate: () => {
    throw new StackError('standard', 'as_unavailable', 'The filter "as" is not available.', {
      hint: 'Set a variable with `var` and use it in the rest of the expression.',
    })
  },
}
