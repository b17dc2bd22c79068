import { StackError } from '../error.ts'
import { isObject, isTruthy } from '../kinds.ts'
import { getMember, memberIndex, memberName } from '../members.ts'
import type { Value } from '../value.ts'
import { Visits } from '../visits.ts'
import { parsePath, type PathStep } from './parse-path.ts'
import type { EvaluatePathExpression } from './path-scope.ts'

/**
 * The value at `path`, or undefined when nothing is there. An object's own key equal to the whole path wins over its
 * meaning as a path, so keys may hold dots. A step over a list that is no index goes through every element and flattens.
 */
export function getPath(value: Value, path: Value, evaluate?: EvaluatePathExpression): Value | undefined {
  const name = memberName(path)
  if (name === null) return undefined
  if (Array.isArray(value) && typeof path === 'number') return getMember(value, path)
  if (isObject(value) && Object.hasOwn(value, name)) return value[name]
  const steps = parsePath(name)
  const [first] = steps
  if (steps.length === 1 && first?.kind === 'key') return getMember(value, first.key)
  return walk(value, { steps, evaluate, anchors: [value], visits: new Visits() }, 0)
}

/** Whether something, null included, is at `path`. In a list a path tests for an index, not for a value. */
export function hasPath(value: Value, path: Value, evaluate?: EvaluatePathExpression): boolean {
  const found = getPath(value, path, evaluate)
  if (found === undefined) return false
  return !isMapping(value, path) || (Array.isArray(found) && found.length > 0)
}

interface Walk {
  steps: readonly PathStep[]
  evaluate: EvaluatePathExpression | undefined
  anchors: readonly Value[]
  visits: Visits
}

function walk(value: Value, walking: Walk, at: number): Value | undefined {
  const step = walking.steps[at]
  if (step === undefined) return value
  if (step.kind === 'where') return flatMap(matching(value, step.expression, walking), walking, at + 1)
  if (Array.isArray(value) && memberIndex(step.key) === null) return flatMap(value, walking, at)
  const member = getMember(value, step.key, walking.visits)
  if (member === undefined) return undefined
  return walk(member, { ...walking, anchors: [...walking.anchors, member] }, at + 1)
}

function flatMap(items: readonly Value[], walking: Walk, at: number): Value[] {
  const found: Value[] = []
  walking.visits.count(items.length)
  for (const item of items) {
    const one = walk(item, { ...walking, anchors: [...walking.anchors, item] }, at)
    if (Array.isArray(one)) walking.visits.count(one.length)
    if (Array.isArray(one) && at < walking.steps.length) for (const inner of one) found.push(inner)
    else if (one !== undefined) found.push(one)
  }
  return found
}

function matching(value: Value, expression: string, walking: Walk): Value[] {
  const items: Value[] = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []
  return items.filter((item, index) => isTruthy(evaluateStep(expression, walking, item, index, value)))
}

function evaluateStep(expression: string, walking: Walk, item: Value, index: number, parent: Value): Value {
  const scope = { this: item, index, parent, anchors: [...walking.anchors, item] }
  return requireEvaluator(walking.evaluate, expression)(expression, scope)
}

/** The evaluator, or the error that says a path needs one. */
export function requireEvaluator(
  evaluate: EvaluatePathExpression | undefined,
  expression: string,
): EvaluatePathExpression {
  if (evaluate) return evaluate
  throw new StackError(
    'standard',
    'path_expression',
    `The path holds an expression, "${expression}", which is not allowed here.`,
    {
      hint: 'Use plain keys and indexes.',
    },
  )
}

/** Whether a step goes over many elements, so that nothing found is an empty list. */
function isMapping(value: Value, path: Value): boolean {
  const steps = parsePath(memberName(path) ?? '')
  if (steps.some((step) => step.kind === 'where')) return true
  const [first] = steps
  return Array.isArray(value) && first?.kind === 'key' && memberIndex(first.key) === null
}
