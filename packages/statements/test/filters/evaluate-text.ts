import { createHash } from 'node:crypto'
import { parseExpression, type Expression } from '@cairn/language'
import { filters, objectOf, type FilterContext, type Value } from '@cairn/statements'

/** Wednesday, 2025-01-15 13:14:15.678 UTC. */
export const now = Date.UTC(2025, 0, 15, 13, 14, 15, 678)

/** A fresh context: a clock that stands still and bytes that are always the same. */
export function testContext(at = now): FilterContext {
  let calls = 0
  const bytes = (length: number) => {
    const blocks: Buffer[] = []
    for (let made = 0; made < length; made += 32) {
      calls += 1
      blocks.push(createHash('sha256').update(String(calls)).digest())
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length))
  }
  return {
    ports: {
      clock: { now: () => at, sleep: () => Promise.resolve() },
      random: { bytes, integer: (min) => min, uuid: () => '123e4567-e89b-42d3-a456-426614174000' },
      env: { get: () => null, all: () => ({}) },
    },
    maxText: 1_000_000,
    maxArray: 100_000,
    evaluateExpression: () => null,
    spend: () => {},
  }
}

/** The value of literals and filters, as a stack would have it. */
export function evaluateText(text: string, context: FilterContext = testContext()): Value {
  const { expression, diagnostics } = parseExpression(text)
  if (diagnostics.length > 0) throw new Error(`${text}: ${diagnostics[0]?.message}`)
  return evaluate(expression, context)
}

function evaluate(node: Expression, context: FilterContext): Value {
  switch (node.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return node.value
    case 'null':
      return null
    case 'word':
      return node.value
    case 'paren':
      return evaluate(node.expression, context)
    case 'unary':
      return -Number(evaluate(node.operand, context))
    case 'array':
      return node.elements.map((element) => evaluate(element, context))
    case 'object':
      return objectOf(
        node.entries.map((entry) => {
          if (entry.kind !== 'entry') throw new Error('Examples of these filters have plain members only.')
          return [entry.key, evaluate(entry.value, context)] as const
        }),
      )
    case 'filter': {
      const filter = filters.get(node.name)
      if (!filter) throw new Error(`No filter is named ${node.name}.`)
      const args = node.args.map((argument) => evaluate(argument, context))
      return filter.evaluate(evaluate(node.base, context), args, context)
    }
    default:
      throw new Error(`Examples of these filters have no ${node.kind}.`)
  }
}
