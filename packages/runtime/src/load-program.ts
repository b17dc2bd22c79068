import type { Expression, QueryObject, WorkspaceModel } from '@cairn/language'
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
import { isPure, type Work } from './compile/purity.ts'
import type { Run } from './run/run.ts'
import { Stack, type StackHome } from './stack.ts'
import { findEndpoint } from './tests/find-endpoint.ts'
import { unitTest } from './tests/unit-test.ts'
import { workflowTest } from './tests/workflow-test.ts'
import type { Program, ProgramTest, RunnableObject, RunnableStack } from './types.ts'

/** Most texts whose compiled form `to_expr` and paths keep. */
const keptExpressions = 1000

/** All stacks of a workspace, ready to run. Nothing fails here: what is wrong fails the request that reaches it. */
export function loadProgram(model: WorkspaceModel): Program {
  const stacks = new Map<RunnableObject, Stack>()
  const pure = new Map<Work, boolean>()
  const expressions = new Map<string, ExpressionFunction>()

  const stackOf = <O extends RunnableObject>(object: O | undefined): Stack<O> | null => {
    if (object === undefined) return null
    let stack = stacks.get(object)
    if (stack === undefined) {
      stack = new Stack<RunnableObject>(object, home)
      stacks.set(object, stack)
    }
    return stack as unknown as Stack<O>
  }

  const home: StackHome = {
    isPure(work) {
      const known = pure.get(work)
      if (known !== undefined) return known
      const found = isPure(work, (name) => model.functions.get(name) ?? null)
      pure.set(work, found)
      return found
    },
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
      const { ports, limits, signal, trace, request: outer } = run.invocation
      const request: RequestContext = {
        method: found.query.verb,
        uri: `/${found.query.path}`,
        querystring: '',
        remoteIp: outer.remoteIp,
        headers: headersOf(call.headers),
        authToken: null,
        datasource: outer.datasource,
        branch: outer.branch,
        baseUrl: outer.baseUrl,
        rawInput,
        rawBody: null,
        response: { status: null, headers: [] },
        after: outer.after,
      }
      return stackOf(found.query)!.run(rawInput, { ports, limits, signal, trace, auth: null, request })
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
    function: (name) => stackOf(model.functions.get(name)),
    task: (name) => stackOf(model.tasks.get(name)),
    middleware: (name) => stackOf(model.middleware.get(name)),
  }
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
