import { isContainer, isObject, isTruthy } from '../kinds.ts'
import { getMember, memberIndex, memberName, setMember, unsetMember } from '../members.ts'
import type { Value } from '../value.ts'
import { Visits } from '../visits.ts'
import { requireEvaluator } from './get-path.ts'
import { parsePath, type PathStep } from './parse-path.ts'
import type { EvaluatePathExpression, PathScope } from './path-scope.ts'

/** A value to set, or how to make it from what is there now. */
export type NextValue = Value | ((scope: PathScope) => Value)

/**
 * A copy of `value` with `next` at `path`, at every place the path matches; objects are made along the way. `value`
 * itself and all it holds stay as they are.
 */
export function setPath(value: Value, path: Value, next: NextValue, evaluate?: EvaluatePathExpression): Value {
  const scope = { this: value, index: null, parent: null, anchors: [value] }
  return change(value, scope, stepsFor(value, path), 0, {
    evaluate,
    create: true,
    leaf: (at) => resolve(next, at),
    visits: new Visits(),
  })
}

/** A copy of `value` without what is at `path`; the same value when nothing is. */
export function unsetPath(value: Value, path: Value, evaluate?: EvaluatePathExpression): Value {
  const scope = { this: value, index: null, parent: null, anchors: [value] }
  return change(value, scope, stepsFor(value, path), 0, {
    evaluate,
    create: false,
    leaf: () => removed,
    visits: new Visits(),
  })
}

/** Stands for "take this member away"; never leaves this file. */
const removed = Symbol('removed')

function isKept(next: Value | typeof removed): next is Value {
  return next !== removed
}

interface Change {
  evaluate: EvaluatePathExpression | undefined
  create: boolean
  leaf(scope: PathScope): Value | typeof removed
  visits: Visits
}

function resolve(next: NextValue, scope: PathScope): Value {
  return typeof next === 'function' ? next(scope) : next
}

function stepsFor(value: Value, path: Value): readonly PathStep[] {
  const position = Array.isArray(value) && typeof path === 'number' ? memberIndex(path) : null
  if (position !== null) return [{ kind: 'key', key: String(position) }]
  const name = memberName(path) ?? ''
  if (isObject(value) && Object.hasOwn(value, name)) return [{ kind: 'key', key: name }]
  return parsePath(name)
}

function change(value: Value, scope: PathScope, steps: readonly PathStep[], at: number, work: Change): Value {
  const step = steps[at] as PathStep
  if (step.kind === 'where') return changeMatching(value, scope, steps, at, work)
  if (Array.isArray(value) && value.length > 0 && memberIndex(step.key) === null) {
    return changeAll(value, scope, work, (item, inner) =>
      isContainer(item) ? change(item, inner, steps, at, work) : item,
    )
  }
  return changeMember(value, scope, steps, at, work)
}

function changeMember(value: Value, scope: PathScope, steps: readonly PathStep[], at: number, work: Change): Value {
  const { key } = steps[at] as { kind: 'key'; key: string }
  const member = getMember(value, key)
  if (member === undefined && !work.create) return value
  const inner = below(scope, member ?? null, null, value)
  const last = at === steps.length - 1
  const next = last ? work.leaf(inner) : change(member ?? null, inner, steps, at + 1, work)
  return next === removed ? unsetMember(value, key) : setMember(value, key, next)
}

/** `[condition]`: changes the elements for which it holds. */
function changeMatching(value: Value, scope: PathScope, steps: readonly PathStep[], at: number, work: Change): Value {
  const { expression } = steps[at] as { kind: 'where'; expression: string }
  const evaluate = requireEvaluator(work.evaluate, expression)
  const last = at === steps.length - 1
  return changeAll(value, scope, work, (item, inner) => {
    if (!isTruthy(evaluate(expression, inner))) return item
    return last ? work.leaf(inner) : change(item, inner, steps, at + 1, work)
  })
}

function changeAll(
  value: Value,
  scope: PathScope,
  { visits }: Change,
  changeItem: (item: Value, scope: PathScope) => Value | typeof removed,
): Value {
  if (Array.isArray(value)) {
    // Each element gets a scope of its own.
    visits.count(value.length * 4)
    return value.map((item, index) => changeItem(item, below(scope, item, index, value))).filter(isKept)
  }
  if (!isObject(value)) return value
  let changed: Value = value
  visits.count(Object.keys(value).length * 4)
  for (const key of Object.keys(value)) {
    const item = value[key] as Value
    const next = changeItem(item, below(scope, item, key, value))
    if (next !== item) changed = isKept(next) ? setMember(changed, key, next) : unsetMember(changed, key)
  }
  return changed
}

function below(scope: PathScope, item: Value, index: Value, parent: Value): PathScope {
  return { this: item, index, parent, anchors: [...scope.anchors, item] }
}
