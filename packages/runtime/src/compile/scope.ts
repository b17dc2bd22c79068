import type { Expression } from '@cairn/language'
import type { Code, Value } from '@cairn/statements'

/** Names that an each-expression binds; null outside one. */
export interface EachNames {
  item: Code
  index: Code
  parent: Code
  /** Only for filters that carry a running result. */
  result: Code | null
}

/** What the expression compiler needs of the stack it is in. */
export interface ExpressionScope {
  readonly run: Code
  readonly input: Code
  readonly auth: Code
  /** The code of any expression in this scope. `look`: the caller keeps nothing of the value. */
  compile(expression: Expression, look?: boolean): Compiled
  /** An environment variable by the code of its name. */
  env(name: Code): Code
  each: EachNames | null
  /** A temporary of the function that is being written. */
  temp(): Code
  /** A new name; whoever asks declares it. */
  name(): Code
  /** Writes code that stands in a function of its own, with its temporaries. */
  inClosure(write: () => Code): { code: Code; temps: Code[] }
  constant(value: unknown): Code
  literal(value: Value): Code
  /** Reads a variable. `look`: the value is not kept. `maybe`: null when it is not set. */
  /** All variables that are set, as an object. */
  variables(): Code
  /** Whether code here may wait: it does not in a function that is called for each element. */
  readonly mayWait: boolean
  /** Whether a run may be given up here and begun anew where code may wait. */
  readonly mayRestart: boolean
  /** The value of code that may give a promise, where code may wait. */
  awaited(code: Code): Code
  readVariable(name: string, mode: 'value' | 'look' | 'maybe'): Code
  /** Whether a variable of that name is surely set here. */
  knows(name: string): boolean
  fail(reason: string, message: string, hint?: string): never
}

/** What is known of a value ahead. */
type Known = 'any' | 'number' | 'text' | 'bool'

export interface Compiled {
  code: Code
  known: Known
}

/** Without parentheses and backticks, which change no value. */
export function unwrap(expression: Expression): Expression {
  let inner = expression
  while (inner.kind === 'paren' || inner.kind === 'backtick') inner = inner.expression
  return inner
}
