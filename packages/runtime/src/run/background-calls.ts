import { isLaned } from '../record/beside.ts'
import { isObject, StackError, toNumber, toText, type Ports, type RequestContext, type Value } from '@cairn/statements'

type Outcome = { response: Value } | { error: unknown }

/** How many functions one request may start beside its stack, those that they start themselves included. */
const most = 1000

/** The functions that a request started beside its stack. They go on when the request has ended. */
export class BackgroundCalls {
  readonly #outcomes = new Map<string, Promise<Outcome>>()

  /**
   * `failed` is told of a failure, whether anybody waits for the outcome or not. What it gives resolves when the work has
   * ended, however it did.
   */
  start(id: string, work: () => Promise<Value>, failed: (error: unknown) => void): Promise<unknown> {
    if (this.#outcomes.size >= most) {
      throw new StackError(
        'standard',
        'too_many_calls',
        `A request can start at most ${most} functions beside its stack.`,
      )
    }
    const outcome = outcomeOf(work, failed)
    this.#outcomes.set(id, outcome)
    return outcome
  }

  /** The responses by id, in that order; fails with the first failure, or when `expired` comes first. */
  async collect(ids: Value, expired: Promise<unknown>): Promise<Value[]> {
    const list = Array.isArray(ids) ? ids : ids === null ? [] : isObject(ids) ? Object.values(ids) : [ids]
    const waiting = Promise.all(list.map((id) => this.#outcomeOf(id)))
    const outcomes = await Promise.race([waiting, expired.then(() => null)])
    if (outcomes === null) throw new StackError('standard', 'await_timeout', 'The functions did not end in time.')
    return outcomes.map((outcome) => {
      if ('error' in outcome) throw outcome.error
      return outcome.response
    })
  }

  #outcomeOf(id: Value): Promise<Outcome> {
    const found = this.#outcomes.get(toText(id))
    if (found !== undefined) return found
    throw new StackError(
      'notfound',
      'unknown_call',
      `This request has started no function with the id "${toText(id)}".`,
      {
        hint: 'Wait in the request that ran the function, for what Run function gave there.',
      },
    )
  }
}

async function outcomeOf(work: () => Promise<Value>, failed: (error: unknown) => void): Promise<Outcome> {
  try {
    // What runs beside a stack begins when the stack first waits.
    await Promise.resolve()
    return { response: await work() }
  } catch (error) {
    failed(error)
    return { error }
  }
}

/** Milliseconds of a timeout in seconds. */
export function timeoutOf(seconds: Value): number {
  const number = toNumber(seconds)
  if (number >= 0) return number * 1000
  throw new StackError('standard', 'invalid_argument', 'timeout must be a number of seconds.')
}

/** Ports with a database of their own to change; the rest is shared. */
export function portsBeside(ports: Ports, db: Ports['db']): Ports {
  if (isLaned(ports)) return ports.beside(db)
  return Object.create(ports, { db: { value: db, writable: true, enumerable: true } }) as Ports
}

/** The facts of a request for what runs beside it: it sees them and answers nothing. */
export function requestBeside(request: RequestContext): RequestContext {
  const { method, uri, querystring, remoteIp, headers, authToken, datasource, branch, baseUrl, rawInput, rawBody } =
    request
  return {
    method,
    uri,
    querystring,
    remoteIp,
    headers,
    authToken,
    datasource,
    branch,
    baseUrl,
    rawInput,
    rawBody,
    response: { status: null, headers: [] },
    after: [],
  }
}
