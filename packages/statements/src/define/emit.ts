/** What a statement's `emit` may use. Implemented by packages/runtime. */
import type { Body, Expression, Statement } from '@cairn/language'
import type { Ports } from '../ports/ports.ts'
import type { Value } from '../values/value.ts'
import type { Code } from './code.ts'

/** Writes the code of one statement through `emitter`; user text never becomes code. */
export type Emit = (statement: Statement, emitter: Emitter) => void

/** One block of a statement: `if (…) {…}`, `each as $x {…}`. */
export interface Clause {
  statement: Statement
  /** Writes the code of its statements. */
  body: () => void
}

/** A variable, or a place inside one, that a statement changes. Paths are evaluated once, in order. */
export interface Place {
  /** The value there now. */
  read(): Code
  /** Stores a value there. `fresh`: nothing else holds it. */
  write(value: Code, fresh?: boolean): void
  /** The list there, made this variable's own, so that it may be changed in place. An error where there is no list. */
  ownList(): Code
  /** Sets one plain key of the object there; `otherwise` is stored where that is not possible. */
  setMember(key: Code, value: Code, otherwise: () => Code): void
}

/** What a `foreach` goes over. */
export interface Elements {
  /** The head of the loop, for an element of that name. */
  head(element: Code): Code
}

export interface Emitter {
  /** Whether the code may `await`. */
  readonly async: boolean
  /** The running request: a `RunScope`. */
  readonly run: Code
  /** What the stack was given. */
  readonly input: Code

  /** Appends lines of our own template. */
  line(code: Code): void
  /** Writes `head {`, what `inside` writes, and `}`. Variables set inside may stay unset. */
  block(head: Code, inside: () => void): void
  /** `else {…}` behind the last block; closed, with all inside it, by `closeElses`. */
  openElse(inside: () => void): void
  closeElses(): void
  /** A loop: as `block`, and `break`/`continue` inside belong to it. Each round is counted. */
  loop(head: Code, inside: () => void): void
  /** A name of its own for a value. */
  local(): Code
  /** A function or object of ours, by reference. */
  constant(value: unknown): Code
  literal(value: Value): Code

  /** The value of an expression. `look`: the value is only looked at, never kept. */
  value(expression: Expression, look?: 'look'): Code
  /** True or false. */
  condition(expression: Expression): Code
  /** An `EachFunction` (for a condition it returns true or false). */
  eachFunction(expression: Expression, kind: 'value' | 'condition'): Code
  /** The value of an argument of the definition, its default where it was left out. Fails when it must be given. */
  argument(name: string, look?: 'look'): Code
  /** The tree of an argument, or null. */
  argumentTree(name: string): Expression | null
  /** The expression in parentheses after the name. Fails when there is none. */
  subject(): Expression
  /** The expression of `if (…)` behind the subject. */
  subjectCondition(): Expression
  /** The variable, or the place in one, that stands behind the name. */
  place(): Place
  /** A filter of the catalogue. */
  filter(name: string, value: Code, args: readonly Code[]): Code

  /** Whether a variable of that name is surely set here. */
  knows(name: string): boolean
  /** Sets a variable. `fresh`: nothing else holds the value. */
  assign(name: string, value: Code, fresh?: boolean): void
  /** Sets the variable of `as $x`; the code is run for its effect without one. */
  result(value: Code, fresh?: boolean): void
  /** The blocks of that name, in order. */
  clauses(name: string): readonly Clause[]
  /** The statements of a body that is the statement's own, under a clause name (`stack`). */
  body(body: Body, clause: string): void

  /** Ends the stack with a value. */
  return(value: Code): void
  /** Leaves the loop around, or starts its next round. Fails outside a loop. */
  leave(how: 'break' | 'continue'): void
  /** What a value has to go over: a list, an object's values, a stream where the code may wait. */
  elements(source: Code): Elements
  /** Around the loop over `elements`: leaves what they come from, however the loop ends. */
  closing(loop: () => void): void
  /** Behind a `foreach`: takes the elements that `removeElement` marked out of the list. */
  removeMarked(): void
  /** Marks the current element of the `foreach` around for removal. */
  removeElement(): void
  /** Statements inside run in a function of their own: `wrap` gets its code and says how it is called. */
  closure(inside: () => void, wrap: (fn: Code) => Code): void
  /** Statements inside run later, on the variables as they are now. */
  detached(inside: () => void, wrap: (work: Code) => Code): void
  /** An error was caught, by that name: whoever watches the run is told where it came from. */
  caught(failure: Code): void
  /** All variables of the stack, an object of those that are set. */
  variables(): Code
  /** The value of code that may give a promise; fails where nothing can wait. */
  awaited(code: Code): Code
  /** Calls a function of the workspace. */
  callFunction(name: string, input: Code): Code
  /** The statement cannot be compiled: it fails when it is reached. */
  fail(reason: string, message: string, hint?: string): never
}

/** What code has of the running request besides its ports. */
export interface RunScope {
  readonly maxText: number
  readonly maxArray: number
  spend(amount: number): void
  /** Shows a value to whoever watches the run. */
  log(value: Value): void
  readonly ports: Pick<Ports, 'lambda' | 'env'>
  /** Ends with the request. */
  readonly signal: AbortSignal
  /** Milliseconds until its deadline. */
  remaining(): number
  /** `$auth`. */
  auth(): Value
  /** An environment variable. */
  env(name: string): Value
}
