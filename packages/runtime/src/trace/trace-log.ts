/**
 * What a traced run writes down, one thing after the other: a tag, what it is about, and a value. One flat list, since an
 * object a statement would cost more than the statement does. Times are in milliseconds since the trace began; -1 stands
 * for the last one.
 */
export type TraceLog = unknown[]

/** Each with what it is about, and its value. */
export const tags = {
  /** site, time */
  enter: 0,
  /** site; one that takes no time worth telling */
  quick: 1,
  /** name, value */
  arg: 2,
  /** name, value */
  set: 3,
  /** site, time */
  leave: 4,
  /** site, time: what is within it has ended */
  back: 5,
  /** site, which */
  round: 6,
  /** object, time */
  stack: 7,
  /** what the stack answers */
  response: 8,
  /** error, time */
  stackEnd: 9,
  /** address, error */
  error: 10,
  /** nothing, effect */
  effect: 11,
  /** nothing, how many steps of rounds were passed over */
  passed: 12,
  /** nothing, time of what comes next */
  time: 13,
  /** sequence, its values */
  ran: 14,
} as const
