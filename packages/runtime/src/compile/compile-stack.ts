import type { Body, Expression } from '@cairn/language'
import { js, lines, literalCode, type Value } from '@cairn/statements'
import type { Run } from '../run/run.ts'
import { firstFuel } from '../run/run.ts'
import { mutatedNames } from './mutated-names.ts'
import { StackEmitter } from './stack-emitter.ts'
import { value } from './compile-expression.ts'
import { writeStatement } from './write-statement.ts'

export interface StackSource {
  stack: Body | null
  response: Expression | null
}

export interface Build {
  async: boolean
  traced: boolean
  /** The test whose `mock` values stand in for what statements do. */
  mock?: string
  /** Names of variables that are there from the start. */
  given?: readonly string[]
  /** A traced build that can be stopped before each statement. */
  held?: boolean
  /** Whose stack it is, for errors: a query's name is its verb and path. */
  object?: { kind: string; name: string }
}

/** A compiled stack. The asynchronous build gives a promise. `given`: the variables that are there from the start. */
export type StackFunction = (run: Run, input: Value, given: Readonly<Record<string, Value>>) => Value | Promise<Value>

export const noVariables: Readonly<Record<string, Value>> = Object.freeze({})

export interface CompiledStack {
  call: StackFunction
  /** What was generated, for tests and for whoever wants to see it. */
  source: string
}

/** One build of a stack as a JavaScript function. */
export function compileStack(source: StackSource, build: Build): CompiledStack {
  const emitter = new StackEmitter({ ...build, mutated: mutatedNames(source.stack), statement: writeStatement })
  for (const name of build.given ?? []) emitter.assign(name, js`given[${literalCode(name)}]`)
  if (source.stack !== null) emitter.body(source.stack, 'stack')
  if (source.response !== null) writeResponse(source.response, emitter)
  const { body, declarations, sequences, loops } = emitter.finish()
  const failed = build.traced ? [sequences.failed()] : []
  const names = emitter.constants.map((_, index) => js`k${index}`)
  const head = build.async ? js`async (run, input, given) =>` : js`(run, input, given) =>`
  const text = String(
    lines([
      js`'use strict';`,
      js`return ${head} {`,
      ...(loops ? [js`if (run === null) return null;`] : []),
      js`let s = 0;`,
      ...(build.traced ? [js`const tr = run.invocation.trace;`, ...sequences.declarations()] : []),
      // What the catch below could see would have to be kept up to date at every call; only the place is.
      js`try {`,
      js`let fuel = ${firstFuel};`,
      ...declarations,
      ...(build.held === true ? [emitter.heldVariables()] : []),
      body,
      js`return null`,
      js`} catch (error) {`,
      ...failed,
      js`throw run.fail(error, places, s)`,
      js`}`,
      js`}`,
    ]),
  )
  // The one place where code is made: `text` was built from `Code` alone, see packages/statements/src/define/code.ts.
  // eslint-disable-next-line no-new-func, typescript/no-implied-eval
  const make = new Function('places', ...names.map(String), text) as (...constants: unknown[]) => StackFunction
  const call = make(emitter.places, ...emitter.constants)
  if (loops) warm(call)
  return { call, source: text }
}

/** Calls after which V8 certainly gathers types in a function: once about 7,500 bytes of its code have run. */
const callsToWarm = 1000

/**
 * Has V8 gather types in a stack with loops from its first run on. It would begin in the middle of the first long loop,
 * optimize the whole stack without the types of what stands before that loop, give that up in the second run, and from
 * then on enter each run's loop anew with code that knows less, at two thirds of the speed.
 */
function warm(call: StackFunction): void {
  for (let count = 0; count < callsToWarm; count++) Reflect.apply(call, null, [null])
}

function writeResponse(response: Expression, emitter: StackEmitter): void {
  emitter.place('response', 'response')
  emitter.within(
    {
      kind: 'statement',
      name: 'response',
      nameSpan: response,
      disabled: false,
      target: null,
      subject: null,
      condition: null,
      options: [],
      body: null,
      as: null,
      breaks: false,
      start: response.start,
      end: response.end,
    },
    { name: 'response', label: 'Response', category: 'control', icon: 'reply', help: '', args: {}, needs: [] },
    'response',
    () => emitter.line(js`return ${value(response, emitter)}`),
  )
}
