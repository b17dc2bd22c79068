/**
 * How a statement, a filter and an input rule are declared. A definition is plain data: the palette, the inspector, the
 * checker, the docs page and the tests are derived from it. Behaviour stands beside it in the same file, exported as
 * `run` (an effect, over ports) or `emit` (code, for control flow and data statements).
 */
import type { Expression, Statement } from '@cairn/language'
import type { Ports, PortName } from '../ports/ports.ts'
import type { Value } from '../values/value.ts'
import type { Emit, RunScope } from './emit.ts'

export type TypeName =
  | 'any'
  | 'null'
  | 'bool'
  | 'int'
  | 'decimal'
  | 'number'
  | 'text'
  | 'timestamp'
  | 'array'
  | 'object'
  | 'file'
  | 'stream'
  /** A row of the statement's table, and a list of them. */
  | 'row'
  | 'rows'

/** What kind of control edits an argument and how its tree is read. */
export type ParameterKind =
  /** Evaluated to a value of `type`. */
  | 'value'
  /** Evaluated with `$$`/`$this`, `$index`, `$parent`, `$result` bound per element. */
  | 'each'
  /** Compiled by the statement itself (where, sort, join, output, addon, …). */
  | 'query'
  /** The name of a table, function, addon, …; text known ahead. */
  | 'table'
  | 'function'
  | 'name'
  /** A variable that the statement changes. */
  | 'variable'
  /** One of `values`, known ahead or computed. */
  | 'choice'

/** What an argument of kind `query` says, and so which form edits it; plain text where there is no form. */
export type QueryPart =
  /** Which rows. */
  | 'condition'
  /** `{ column: "asc" }` */
  | 'sort'
  /** `{ alias: { table, type, where } }` */
  | 'joins'
  /** `{ name: <computed from columns> }` */
  | 'computed'
  /** `{ type, paging, distinct, group, eval }` */
  | 'return'
  /** `["id", "items.name"]` */
  | 'output'
  /** `[{ name, input, as }]` */
  | 'addons'
  /** `{ search, sort, page, per_page, offset }` */
  | 'external'
  /** On or off, written or computed. */
  | 'switch'

export interface Parameter {
  kind: ParameterKind
  type: TypeName
  label: string
  help: string
  required: boolean
  /** Used when the argument is left out. */
  default?: Value
  /** kind `choice`. */
  values?: readonly string[]
  /** kind `query`. */
  part?: QueryPart
  /** The tab of the form it is on, in the order they are first named; a form without any has no tabs. */
  tab?: string
  /** Another argument says the same in a newer way: forms show this one only where it is given. */
  older?: true
  /** The argument that may be given instead of this required one. */
  instead?: string
}

export type Category =
  | 'database'
  | 'data'
  | 'control'
  | 'array'
  | 'object'
  | 'text'
  | 'math'
  | 'security'
  | 'api'
  | 'ai'
  | 'cache'
  | 'function'
  | 'utility'
  | 'storage'
  | 'cloud'
  | 'stream'
  | 'debug'
  | 'test'

export interface StatementDefinition {
  /** Dotted name: `db.get`. */
  name: string
  label: string
  category: Category
  /** Name of an icon of the editor's set (lucide). */
  icon: string
  /** One or two plain sentences. */
  help: string
  /** Other words a person may search for. */
  keywords?: readonly string[]
  /** `db.get "user"`, `var $x`, `function.run "f"`. */
  target?: Parameter
  /** `foreach (list)`, `precondition (test)`. */
  subject?: Parameter
  /** `array.find (list) if (condition)`. */
  condition?: Parameter
  args: Readonly<Record<string, Parameter>>
  /** Clauses with a stack of their own, in order: `{ if: …, elseif: …, else: … }`. */
  clauses?: Readonly<Record<string, ClauseDefinition>>
  /** Type of `as $x`; left out when there is no result. */
  result?: TypeName
  /** How `result` follows from what is given, where more can be said than its name. */
  follows?: ResultRule
  /** The argument whose value the variable behind the name holds afterwards. */
  assigns?: string
  /** The arguments whose variable holds the result afterwards, where one names it: the statement changes it in place. */
  changes?: readonly string[]
  /** No statement behind it in the same block is reached: it answers, leaves the round of a loop, or fails. */
  ends?: 'answer' | 'round' | 'error'
  /** Changes rows of users' tables. */
  writes?: boolean
  /** Ports its behaviour uses. */
  needs: readonly PortName[]
  /** Statements that need a service that Cairn does not have yet: they parse, check and print, and fail when reached. */
  unavailable?: string
}

export interface ClauseDefinition {
  label: string
  /** May repeat. */
  many?: boolean
  optional?: boolean
  /** Its statements may run several times. */
  repeats?: boolean
  /** What `each as $x` holds: an element of the subject, or a value of that type. */
  binds?: 'element' | TypeName
  /** Variables that it sets before its statements, with their types. */
  sets?: Readonly<Record<string, TypeName>>
  /** `always`: runs each time. `otherwise`: runs when none of its siblings does. */
  runs?: 'always' | 'otherwise'
}

/**
 * A type that follows from another. `same`: the type of what goes in (piped value, subject or target). `element`: of one
 * of its elements. `member`: of what the first argument, a path, finds in it. `{ of }`: of that argument; `{ listOf }`: a
 * list of it.
 */
export type ResultRule = 'same' | 'element' | 'member' | { of: string } | { listOf: string }

/** What `run` gets besides arguments: everything about the request it may know. */
export interface RunContext {
  ports: Ports
  /** The statement's address, for messages. */
  at: string
  request: RequestContext
  signal: AbortSignal
  /** Calls another function of the workspace. */
  callFunction(name: string, input: Value): Promise<Value>
  /** Starts work that goes on beside the stack; its id is what `await` takes. `what` begins a line of the log if it fails. */
  beside(what: string, work: () => Promise<Value>): string
}

/** Facts about the request a stack runs for. */
export interface RequestContext {
  method: string
  uri: string
  querystring: string
  remoteIp: string
  headers: Readonly<Record<string, string>>
  authToken: string | null
  datasource: string
  branch: string
  baseUrl: string
  /** Parsed body and query before validation. */
  rawInput: Value
  /** `rawInput` with what middleware made of it; left out where there was none. */
  changedInput?: Value
  rawBody: Uint8Array | null
  /** Filled by `util.set_header`. */
  response: { status: number | null; headers: [name: string, value: string][] }
  /** What was answered, for the work that is done after; left out where nothing is sent. */
  sent?: { body: Value; headers: { [name: string]: Value }; status_code: number }
  /** Work for after the answer (`util.post_process`). */
  after: (() => Promise<void>)[]
}

/**
 * An effect. `args` holds the evaluated arguments by name (defaults applied), `subject` under "subject".
 * May return a promise; a thrown StackError gets the statement's address.
 */
export type Run = (args: Record<string, Value>, context: RunContext) => Value | Promise<Value>

/**
 * A statement that reads its own tree ahead of time (`db.query`): called once at compile time, it returns a plan and the
 * expressions whose values the run needs, in slot order.
 */
export type Prepare<Plan> = (statement: Statement, tools: PrepareTools) => Plan
export interface PrepareTools {
  /** Registers an expression to be evaluated at each run; its value arrives as `values[slot]`. */
  slot: (expression: Expression) => number
  fail: (reason: string, message: string, place: { start: number; end: number }) => never
}
export type RunPlan<Plan> = (plan: Plan, values: readonly Value[], context: RunContext) => Value | Promise<Value>

/** `[input, expected]` pairs run in both builds; `stack` is statements as text, `expect` the value of `$x` after them. */
export interface StatementExample {
  title: string
  stack: string
  expect: Value
}

export interface FilterParameter {
  name: string
  type: TypeName
  /**
   * `each`: an expression evaluated per element with `$$` bound. `path`: text that is a path into an element, or such an
   * expression when it starts at `$$` or `$this` (`$rows|sort:$$.name` is `$rows|sort:name`).
   */
  kind: 'value' | 'each' | 'path'
  required: boolean
  default?: Value
  help?: string
}

export interface FilterDefinition {
  name: string
  /** Deprecated spellings that still work. */
  aliases?: readonly string[]
  category: 'text' | 'array' | 'object' | 'type' | 'comparison' | 'math' | 'conversion' | 'timestamp' | 'security'
  help: string
  /** Type of the piped value. */
  input: TypeName
  params: readonly FilterParameter[]
  /** The last parameter may repeat. */
  variadic?: boolean
  result: TypeName
  /** How `result` follows from what is given, where more can be said than its name. */
  follows?: ResultRule
  needs?: readonly PortName[]
  examples: readonly FilterExample[]
}

/** Text of an expression and the value it has. */
export interface FilterExample {
  expression: string
  expect: Value
}

/** Bound once per request; what a filter may use besides its arguments. */
export interface FilterContext {
  ports: Pick<Ports, 'clock' | 'random' | 'env'>
  /** The most characters a text may have. */
  maxText: number
  /** The most elements an array may have. */
  maxArray: number
  /**
   * Evaluates text as an expression that sees only `$this`/`$$` (= `scope.this`), `$index` and `$parent`; never `$env`,
   * `$auth` or `$input`. Used by `to_expr` and by conditions inside paths.
   */
  evaluateExpression(text: string, scope: { this: Value; index: Value; parent: Value }): Value
  /** Counts work done (elements, characters); throws StackError `deadline_exceeded` past the budget. */
  spend(amount: number): void
}

/** The expression of a parameter of kind `each` or `path`. Synchronous. */
export type EachFunction = (item: Value, index: Value, parent: Value, result: Value) => Value

/**
 * A filter's behaviour. Arguments arrive in order, absent optional ones as `undefined`; parameters of kind `each` as
 * functions. Pure and synchronous; must not change `value` or `args`.
 */
export type Evaluate = (value: Value, args: readonly FilterArgument[], context: FilterContext) => Value
export type FilterArgument = Value | EachFunction | undefined

/**
 * `Evaluate` in steps, for work that can take long: it yields between them, and is told how many small steps it may take
 * before it yields again. Null where the work is short: `evaluate` then does it.
 */
export type EvaluatePaced = (
  value: Value,
  args: readonly FilterArgument[],
  context: FilterContext,
) => Paced<Value> | null
export type Paced<Result> = Generator<undefined, Result, number>

/** A filter that waits, where its expression may: not inside an expression that is evaluated per element. */
export type EvaluateWaiting = (value: Value, args: readonly Value[], scope: WaitingScope) => Promise<Value>

/** What a filter that waits sees of its stack. */
export interface WaitingScope {
  run: RunScope
  input: Value
  /** The variables that are set, as they are now. */
  variables(): { [name: string]: Value }
}

export interface Filter {
  definition: FilterDefinition
  evaluate: Evaluate
  /** Stands in for `evaluate` where the code may wait. */
  wait?: EvaluateWaiting
  /** Gives the same as `evaluate`, and lets others have their turn meanwhile. */
  paced?: EvaluatePaced
  /** Whether `evaluate` would surely hold up others, so that it had better be done where it can be `paced`. */
  outlasts?: (value: Value, args: readonly FilterArgument[]) => boolean
}

/**
 * One statement file: `export const definition`, `export const examples` and one kind of behaviour. A category's list
 * imports the file as a namespace; nothing else names a statement.
 */
export interface StatementModule {
  definition: StatementDefinition
  examples: readonly StatementExample[]
  /** Control flow and data: code for the stack (see packages/runtime). */
  emit?: Emit
  /** An `emit` whose code awaits or reaches the world: its stack is never run again from the start. */
  effects?: boolean | ((statement: Statement) => boolean)
  /** The workspace function that a statement calls, where it calls one. */
  calls?: (statement: Statement) => string | null
  /** An effect over evaluated arguments. */
  run?: Run
  /** An effect whose tree is read ahead; both or neither. */
  prepare?: Prepare<unknown>
  runPlan?: RunPlan<unknown>
}
