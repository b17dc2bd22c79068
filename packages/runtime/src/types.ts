import type {
  AddonObject,
  FunctionObject,
  MiddlewareObject,
  QueryObject,
  TableTriggerObject,
  TaskObject,
  ToolObject,
  WorkflowTestObject,
  WorkspaceModel,
} from '@cairn/language'
import type { Ports, RequestContext, Value } from '@cairn/statements'
import type { TraceSink } from './trace/trace-sink.ts'

/** Who a request speaks for, read from its token. */
export interface AuthIdentity {
  table: string
  id: Value
  extras: { [key: string]: Value }
}

/** Budgets of one request. */
export interface Limits {
  /** Milliseconds a request may take, waiting included. */
  deadline: number
  /** Nested function calls. */
  maxDepth: number
  /** Characters of one text. */
  maxText: number
  /** Elements of one array. */
  maxArray: number
}

/** Everything one run needs from outside; `ports` are this run's own object. `trace` chooses the traced build. */
export interface Invocation {
  ports: Ports
  request: RequestContext
  auth: AuthIdentity | null
  limits: Limits
  signal: AbortSignal
  trace: TraceSink | null
  /**
   * What kept answers do in a traced run: `given` in the place of a stack, as they were when it was recorded, or `shown`
   * beside it, which runs all the same. Left out, they are not looked for.
   */
  keptAnswers?: 'given' | 'shown'
  /** Told of work that a stack starts beside itself and that may go on when the run has ended; it settles and never rejects. */
  besides?: ((work: Promise<unknown>) => void) | undefined
  /** When the request came, as `performance.now()` gives it, where that is before the run: its deadline counts from there. */
  start?: number
}

export type RunnableObject =
  | QueryObject
  | FunctionObject
  | TaskObject
  | TableTriggerObject
  | MiddlewareObject
  | AddonObject
  | ToolObject
  | WorkflowTestObject

/** A saved stack, compiled on first use. */
export interface RunnableStack<O extends RunnableObject = RunnableObject> {
  object: O
  /**
   * Validates `rawInput` against the inputs, runs the stack, evaluates the response.
   * A promise only where it has to wait. Fails (throws or rejects) with a StackError; any other failure is a defect of Cairn. `caller`: a `request` is held to every rule of
   * required inputs, a `stack` (also a job, a case or the command line) may pass on what it has.
   */
  run(rawInput: { [key: string]: Value }, invocation: Invocation, caller?: 'request' | 'stack'): Value | Promise<Value>
}

/** A test of a workspace, compiled when it runs. */
export interface ProgramTest {
  kind: 'unit' | 'workflow'
  /** The object it stands in, or that it is. */
  object: RunnableObject
  name: string
  /** Written with a leading `!`. */
  disabled: boolean
  /**
   * Passes with what the object answered (null where a failure was expected), or rejects with a StackError whose message
   * says what was expected and what was there. The trace of an invocation sees the object and all it calls, not what the
   * test itself checks.
   */
  run(invocation: Invocation): Promise<Value>
}

export interface Program {
  tests: readonly ProgramTest[]
  model: WorkspaceModel
  queries: readonly RunnableStack<QueryObject>[]
  /**
   * What an expression gives with these variables and this input: it only computes. Throws a StackError, also for one
   * that can't be read.
   */
  evaluate(
    text: string,
    scope: { variables: Readonly<Record<string, Value>>; input: Value },
    invocation: Invocation,
  ): Value
  function(name: string): RunnableStack<FunctionObject> | null
  task(name: string): RunnableStack<TaskObject> | null
  middleware(name: string): RunnableStack<MiddlewareObject> | null
}
