import { parseExpression, type Expression } from '@cairn/language'
import type { FilterContext } from '../../src/define/types.ts'
import { filters } from '../../src/filters/filters.ts'
import { evaluateOperator } from '../../src/operators/operators.ts'
import { objectOf } from '../../src/values/members.ts'
import type { Value } from '../../src/values/value.ts'

/** A context with small bounds; `spent` is the work counted so far. */
export function smallContext(bounds: { maxText?: number; maxArray?: number } = {}): FilterContext & { spent: number } {
  return {
    ports: {} as FilterContext['ports'],
    maxText: bounds.maxText ?? 1_000_000,
    maxArray: bounds.maxArray ?? 100_000,
    evaluateExpression: () => {
      throw new Error('no filter here evaluates expressions')
    },
    spent: 0,
    spend(amount) {
      this.spent += amount
    },
  }
}

/** The value of an expression made of literals, filters and operators. */
export function evaluateExample(text: string, context: FilterContext = smallContext()): Value {
  const { expression, diagnostics } = parseExpression(text)
  if (diagnostics.length > 0) throw new Error(`${text}: ${diagnostics[0]?.message}`)
  return evaluate(expression, context)
}

function evaluate(expression: Expression, context: FilterContext): Value {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'boolean':
    case 'word':
      return expression.value
    case 'null':
      return null
    case 'paren':
      return evaluate(expression.expression, context)
    case 'unary':
      return -Number(evaluate(expression.operand, context))
    case 'array':
      return expression.elements.map((element) => evaluate(element, context))
    case 'object':
      return objectOf(
        expression.entries.map((entry) => {
          if (entry.kind !== 'entry') throw new Error('only plain entries')
          return [entry.key, evaluate(entry.value, context)]
        }),
      )
    case 'binary':
      return evaluateOperator(
        expression.operator as '~',
        evaluate(expression.left, context),
        evaluate(expression.right, context),
      )
    case 'filter': {
      const filter = filters.get(expression.name)
      if (!filter) throw new Error(`no filter ${expression.name}`)
      const args = expression.args.map((argument) => evaluate(argument, context))
      return filter.evaluate(evaluate(expression.base, context), args, context)
    }
    default:
      throw new Error(`an example holds no ${expression.kind}`)
  }
}
