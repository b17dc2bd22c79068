import { createHash } from 'node:crypto'
import type { AddonObject, Expression, QueryObject, WorkspaceModel } from '@cairn/language'
import {
  compileInputs,
  isObject,
  parsePhrase,
  StackError,
  toText,
  type InputValidator,
  type RequestContext,
  type Value,
} from '@cairn/statements'
import { closedFunction, expressionFunction, type ExpressionFunction } from './compile/expression-function.ts'
import type { StackFunction } from './compile/compile-stack.ts'
import { isPure } from './compile/purity.ts'
import { watchFunction } from './compile/watch-function.ts'
import { requestBeside } from './run/background-calls.ts'
import { Run, type CalledKind } from './run/run.ts'
import { surroundingsOf } from './surround/surroundings.ts'
import { Stack, type StackHome } from './stack.ts'
import { answeringAddon } from './tests/answering-addon.ts'
import { findEndpoint } from './tests/find-endpoint.ts'
import { fireTriggers } from './trigger/fire-triggers.ts'
import { TableTriggers } from './trigger/table-triggers.ts'
import { TriggeringDatabase } from './trigger/triggering-database.ts'
import { unitTest } from './tests/unit-test.ts'
import { workflowTest } from './tests/workflow-test.ts'
import type { Program, ProgramTest, RunnableObject, RunnableStack } from './types.ts'

/** Most texts whose compiled form `to_expr` and paths keep. */
const keptExpressions = 1000

export interface ProgramOptions {
  /** Whose defaults hold; the first branch of the model when it has none of that name. */
  branch?: string
}

/** All stacks of a workspace, ready to run. Nothing fails here: what is wrong fails the request that reaches it. */
export function loadProgram(model: WorkspaceModel, options: ProgramOptions = {}): Program {
  const stacks = new Map<RunnableObject, Stack>()
  const pure = new Map<RunnableObject, boolean>()
  const branch = model.branches.get(options.branch ?? '') ?? [...model.branches.values()][0] ?? null
  let fingerprint: string | null = null
  const expressions = new Map<string, ExpressionFunction>()
  const watches = new Map<string, StackFunction>()

  const stackOf = <O extends RunnableObject>(object: O | undefined): Stack<O> | null => {
    if (object === undefined) return null
    let stack = stacks.get(object)
    if (stack === undefined) {
      stack = new Stack<RunnableObject>(object, home)
      stacks.set(object, stack)
    }
    return stack as unknown as Stack<O>
  }

  const callee = (name: string) => {
    const called = model.functions.get(name)
    if (called === undefined) return null
    return home.surroundings(called) === null ? called : 'waits'
  }

  const triggers = TableTriggers.of(model)
  const answering = new Map<RunnableObject, AddonObject>()
  for (const addon of model.addons.values()) answering.set(addon, answeringAddon(addon))

  const home: StackHome = {
    watch(run) {
      if (triggers === null || run.ports.db instanceof TriggeringDatabase) return
      const fire = fireTriggers(triggers, (trigger, input) => stackOf(trigger)!.call(input, run, true), run)
      run.ports.db = new TriggeringDatabase(run.ports.db, run.invocation.request.datasource, triggers, fire)
    },
    isPure(object) {
      const known = pure.get(object)
      if (known !== undefined) return known
      const found = home.surroundings(object) === null && isPure(object, callee)
      pure.set(object, found)
      return found
    },
    answering: (object) => answering.get(object) ?? object,
    surroundings: (object) => surroundingsOf(object, model, branch),
    callableMiddleware: (name) => stackOf(model.middleware.get(name)),
    fingerprint: () => (fingerprint ??= fingerprintOf(model)),
    inputs: (object, caller) => inputsOf(object, caller, model),
    call(name, input, run) {
      const stack = stackOf(model.functions.get(name))
      if (stack === null) throw unknownFunction(name)
      return stack.call(input, run, true)
    },
    callSync(name, input, run) {
      const stack = stackOf(model.functions.get(name))
      if (stack === null) throw unknownFunction(name)
      return stack.call(input, run, false) as Value
    },
    callEndpoint(call, run) {
      const found = findEndpoint(model, call)
      if (found === null) throw new StackError('notfound', 'unknown_endpoint', 'Unable to locate request.')
      const given = isObject(call.input) ? call.input : {}
      const rawInput = { ...given, ...found.params }
      const { ports, limits, signal, trace, besides, request: outer } = run.invocation
      const request: RequestContext = {
        ...requestBeside(outer),
        method: found.query.verb,
        uri: `/${found.query.path}`,
        querystring: '',
        headers: headersOf(call.headers),
        authToken: null,
        rawInput,
        rawBody: null,
        after: outer.after,
      }
      return stackOf(found.query)!.run(rawInput, { ports, limits, signal, trace, besides, auth: null, request })
    },
    callObject(kind, name, input, run) {
      const objects: Record<CalledKind, ReadonlyMap<string, RunnableObject>> = {
        addon: model.addons,
        middleware: model.middleware,
        task: model.tasks,
        tool: model.tools,
        table_trigger: model.tableTriggers,
      }
      const stack = stackOf(objects[kind].get(name))
      if (stack !== null) return stack.call(input, run, true)
      throw new StackError('standard', `unknown_${kind}`, `There is no ${kind.replace('_', ' ')} "${name}".`)
    },
    evaluateExpression(text, scope, run) {
      let evaluate = expressions.get(text)
      if (evaluate === undefined) {
        if (expressions.size >= keptExpressions) expressions.clear()
        evaluate = expressionFunction(text)
        expressions.set(text, evaluate)
      }
      return evaluate(run, scope.this, scope.index, scope.parent)
    },
  }

  return {
    model,
    tests: testsOf(model, home),
    queries: model.queries.map((query) => stackOf(query) as RunnableStack<QueryObject>),
    evaluate(text, { variables, input }, invocation) {
      const names = Object.keys(variables)
      const key = JSON.stringify([text, names])
      let watch = watches.get(key)
      if (watch === undefined) {
        if (watches.size >= keptExpressions) watches.clear()
        watch = watchFunction(text, names)
        watches.set(key, watch)
      }
      return watch(new Run(invocation, home), input, variables) as Value
    },
    function: (name) => stackOf(model.functions.get(name)),
    task: (name) => stackOf(model.tasks.get(name)),
    middleware: (name) => stackOf(model.middleware.get(name)),
  }
}

/** Changes with every text of the workspace. */
function fingerprintOf(model: WorkspaceModel): string {
  const hash = createHash('sha256')
  for (const { text } of new Set(model.files.values())) hash.update(`${text}\0`)
  return hash.digest('base64url')
}

function inputsOf(object: RunnableObject, caller: 'request' | 'stack', model: WorkspaceModel): InputValidator {
  return compileInputs(
    object.inputs,
    {
      table: (name) => model.tables.get(name),
      evaluateDefault: (expression, now) => defaultValue(expression, now),
      parseTimestamp: (text, now) => parsePhrase(text, now, 'UTC'),
    },
    caller,
  )
}

/** A default is a literal or `now`; anything else that stands alone is evaluated. */
function defaultValue(expression: Expression, now: number): Value {
  const clock = { now: () => now } as Run
  return closedFunction(expression)(clock, null, null, null)
}

function unknownFunction(name: string): StackError {
  return new StackError('standard', 'unknown_function', `There is no function "${name}".`)
}

/** Every test of the workspace: those of functions, endpoints and middleware, then whole workflows. */
function testsOf(model: WorkspaceModel, home: StackHome): ProgramTest[] {
  const objects: RunnableObject[] = [...model.functions.values(), ...model.queries, ...model.middleware.values()]
  return [
    ...objects.flatMap((object) => object.tests.map((test) => unitTest(object, test, home))),
    ...[...model.workflowTests.values()].map((object) => workflowTest(object, home)),
  ]
}

/** `["Name: value"]` as headers by lower-case name. */
function headersOf(headers: Value): Record<string, string> {
  const lines = Array.isArray(headers) ? headers.map(toText) : []
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
}
