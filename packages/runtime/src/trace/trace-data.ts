/** A trace as data: what a screen shows and a history keeps. Times are in milliseconds since the trace began. */
export interface TraceData {
  /** Stacks that ran, by the index that sites name. */
  objects: { kind: string; name: string }[]
  sites: TraceDataSite[]
  /** In the order in which they began. */
  steps: TraceDataStep[]
  /** Lists, objects and long texts, each once; others name them by index. */
  values: HeldValue[]
  advice: TraceAdvice[]
  ms: number
  /** Steps that were not kept. */
  passed: number
}

export interface TraceDataSite {
  object: number
  /** `stack.2.then.0`; of a round of a loop `stack.4.each`; of a whole stack empty. */
  address: string
  /** `db.get`; of a round of a loop `each`; of a whole stack empty. */
  statement: string
  /** The variable that holds its result. */
  as: string | null
}

export interface TraceDataStep {
  site: number
  /** The step it is within, -1 where there is none. */
  parent: number
  /** Of a round: which, from 0. */
  round: number
  start: number
  ms: number
  /** Evaluated arguments; of a whole stack its input. */
  args: [name: string, value: TraceValue][]
  /** Variables that it changed. */
  variables: [name: string, value: TraceValue][]
  /** What a whole stack answered. */
  response: TraceValue | null
  effects: TraceDataEffect[]
  error: { code: string; message: string; hint: string | null } | null
  /** Of a loop: how many rounds there were, and steps of rounds that were not kept. */
  rounds: number
  passed: number
}

export interface TraceDataEffect {
  kind: 'sql' | 'http' | 'cache' | 'answer' | 'log' | 'call'
  title: string
  start: number
  ms: number
  details: [name: string, value: TraceValue][]
  rows: number | null
  hit: boolean | null
  status: number | null
  error: string | null
}

/** A short value as it is, or the index of a longer one. */
export type TraceValue = null | boolean | number | string | { ref: number }

/** `of`: how many elements or characters the whole has; where that is more than there are, the rest was cut. */
export type HeldValue =
  | { items: TraceValue[]; of: number }
  | { keys: string[]; items: TraceValue[]; of: number }
  | { text: string; of: number }
  /** What is no data, such as a file. */
  | { note: string }

/** Something that could be better, at the statement it is about. */
export interface TraceAdvice {
  kind: 'query_per_round' | 'request_per_round' | 'request_repeated' | 'requests_in_a_row' | 'index_missing'
  object: number
  address: string
  message: string
  /** What to do. */
  fix: string
}
