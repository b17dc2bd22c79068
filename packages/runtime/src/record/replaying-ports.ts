import { StackError, type DatabasePort, type HttpStream, type Ports, type Value } from '@cairn/statements'
import type { LanedPorts } from './beside.ts'
import { fingerprint } from './encode.ts'
import { RepeatedRandom } from './repeated-random.ts'
import type { Hide, KeptLane } from './keep-recording.ts'
import type { Outcome, RecordedParts } from './recording.ts'

/** What a replay asked for that its recording does not have. */
export interface Unrecorded {
  /** `db.query` */
  call: string
  /** Whether the recording has that call with other arguments. */
  otherwise: boolean
}

/**
 * The answers of one lane of a recording, by what was asked and, among alike, in order. So a draft that asks in another
 * order still gets its answers, and one that asks for something else is told so.
 */
export class Replayer {
  readonly #answers = new Map<string, Outcome[]>()
  readonly #calls = new Set<string>()
  readonly #beside: Replayer[]
  /** Its stack ran beside and went on when the recording was over: what it asked for then is not known, and no matter. */
  readonly #isCut: boolean
  readonly #report: (unrecorded: Unrecorded) => void
  readonly #hide: Hide
  #next = 0
  #time = 0
  readonly random = new RepeatedRandom()

  /**
   * `report` is told of the first thing that is asked for and not there, and of all after it; `hide` puts in the place of
   * secrets in what is asked for what the recording has there.
   */
  constructor(
    lane: KeptLane,
    report: (unrecorded: Unrecorded) => void,
    hide: Hide = (value) => value,
    isBeside = false,
  ) {
    this.#report = report
    this.#hide = hide
    this.#isCut = isBeside && lane.ended === false
    for (const { call, key, outcome } of lane.calls) {
      const place = `${call} ${key}`
      const known = this.#answers.get(place)
      if (known === undefined) this.#answers.set(place, [outcome])
      else known.push(outcome)
      this.#calls.add(call)
    }
    this.#beside = lane.beside.map((one) => new Replayer(one, report, hide, true))
    for (const answers of this.#answers.values()) answers.reverse()
  }

  /** The answers for the next thing that runs beside; one the recording does not have gets none. */
  beside(): Replayer {
    return this.#beside[this.#next++] ?? new Replayer({ calls: [], beside: [] }, this.#report, this.#hide)
  }

  /** The next answer, undefined when there is none left. */
  take(call: string, args: readonly unknown[]): Outcome | undefined {
    return this.#answers.get(`${call} ${fingerprint(args.map(this.#hide))}`)?.pop()
  }

  /** The time goes on from the recording's last when a draft looks more often. */
  now(): number {
    const found = this.take('clock.now', [])
    if (found?.kind === 'value') this.#time = found.value as number
    return this.#time
  }

  /** Gives what was given, or fails as it failed. */
  answer(call: string, args: readonly unknown[]): unknown {
    const found = this.take(call, args)
    if (found === undefined || found.kind === 'waiting') throw this.missing(call)
    if (found.kind === 'error') throw found.error
    return found.value
  }

  /** As `answer`, of something that is waited for: what never came does not come now. */
  async wait(call: string, args: readonly unknown[]): Promise<unknown> {
    const found = this.take(call, args)
    if (found?.kind === 'value') return found.value
    if (found?.kind === 'error') throw found.error
    if (this.#isCut) return new Promise(() => undefined)
    throw this.missing(call)
  }

  missing(call: string): StackError {
    const otherwise = this.#calls.has(call)
    this.#report({ call, otherwise })
    const what = otherwise ? `has no ${call} with these values left` : `has no ${call}`
    const error = new StackError('standard', 'not_recorded', `From here on it is another run: the recording ${what}.`, {
      hint: 'A replay touches nothing outside. Run the draft with the same input to see what this statement gives.',
    })
    error.final = true
    return error
  }
}

/** Ports that answer out of a recording and reach nothing. The environment and the log are those of `outer`. */
export class ReplayingPorts implements LanedPorts {
  db: DatabasePort
  readonly #outer: Pick<Ports, 'env' | 'log'>
  readonly #replayer: Replayer

  constructor(replayer: Replayer, outer: Pick<Ports, 'env' | 'log'>) {
    this.#replayer = replayer
    this.#outer = outer
    this.db = new ReplayingDatabase(replayer)
  }

  beside(): Ports {
    return new ReplayingPorts(this.#replayer.beside(), this.#outer)
  }

  end(): void {}

  position(): number {
    return 0
  }

  /** Traced builds never begin again. */
  rewind(): void {}

  get env(): Ports['env'] {
    return this.#outer.env
  }

  get log(): Ports['log'] {
    return this.#outer.log
  }

  get clock(): Ports['clock'] {
    const replayer = this.#replayer
    return {
      now: () => replayer.now(),
      async sleep(milliseconds, signal) {
        const found = replayer.take('clock.sleep', [milliseconds])
        // What the run did not wait out comes last of all: its signal ends it.
        if (found?.kind === 'waiting' || found?.kind === 'error') await ended(signal)
        await new Promise<void>((resolve) => {
          setImmediate(resolve)
        })
      },
    }
  }

  get random(): Ports['random'] {
    const { random } = this.#replayer
    const again = <T>(call: string, args: readonly unknown[], otherwise: () => T): T => {
      const found = this.#replayer.take(call, args)
      if (found?.kind === 'error') throw found.error
      return found?.kind === 'value' ? (found.value as T) : otherwise()
    }
    return {
      bytes: (length) => again('random.bytes', [length], () => random.bytes(length)),
      integer: (min, max) => again('random.integer', [min, max], () => random.integer(min, max)),
      uuid: () => again('random.uuid', [], () => random.uuid()),
      made: (make) => again('random.made', [], make),
    }
  }

  get http(): Ports['http'] {
    const replayer = this.#replayer
    return {
      request: this.#method('http.request'),
      async stream(request) {
        const head = (await replayer.wait('http.stream', [request])) as Omit<HttpStream, 'body'> & {
          body: RecordedParts
        }
        return { ...head, body: partsAgain(head.body) }
      },
    }
  }

  get cache(): Ports['cache'] {
    const answer = async (): Promise<Value> => {
      const found = this.#replayer.take('cache.answer', [])
      return found?.kind === 'value' ? (found.value as Value) : null
    }
    return {
      set: this.#method('cache.set'),
      get: this.#method('cache.get'),
      has: this.#method('cache.has'),
      delete: this.#method('cache.delete'),
      increment: this.#method('cache.increment'),
      keys: this.#method('cache.keys'),
      push: this.#method('cache.push'),
      pop: this.#method('cache.pop'),
      remove: this.#method('cache.remove'),
      length: this.#method('cache.length'),
      range: this.#method('cache.range'),
      rateLimit: this.#method('cache.rateLimit'),
      answer,
      keepAnswer: async () => undefined,
    }
  }

  get files(): Ports['files'] {
    return {
      store: this.#method('files.store'),
      read: this.#method('files.read'),
      stream: (path) => partsAgain(this.#replayer.answer('files.stream', [path]) as RecordedParts),
      delete: this.#method('files.delete'),
      signUrl: this.#method('files.signUrl'),
    }
  }

  get mail(): Ports['mail'] {
    return { send: this.#method('mail.send') }
  }

  get auth(): Ports['auth'] {
    return {
      createToken: this.#method('auth.createToken'),
      hashPassword: this.#method('auth.hashPassword'),
      checkPassword: this.#method('auth.checkPassword'),
    }
  }

  get lambda(): Ports['lambda'] {
    const run = this.#method<[unknown, unknown, unknown], Value[]>('lambda.run')
    return { run: ({ code, names, each }) => run(code, { ...names, $env: null }, each) }
  }

  #method<Args extends unknown[], Result>(call: string): (...args: Args) => Promise<Result> {
    return async (...args) => (await this.#replayer.wait(call, args)) as Result
  }
}

async function* partsAgain({ parts, failure }: RecordedParts): AsyncGenerator<Uint8Array> {
  yield* parts
  if (failure !== null) throw failure
}

class ReplayingDatabase implements DatabasePort {
  readonly #replayer: Replayer
  readonly #place: string

  constructor(replayer: Replayer, place = '') {
    this.#replayer = replayer
    this.#place = place
  }

  query = (...args: Parameters<DatabasePort['query']>) => this.#answer<Value>('db.query', args)
  record = (...args: Parameters<DatabasePort['record']>) => this.#answer<Value>('db.record', args)
  write = (...args: Parameters<DatabasePort['write']>) => this.#answer<Value>('db.write', args)
  bulk = (...args: Parameters<DatabasePort['bulk']>) => this.#answer<Value>('db.bulk', args)
  truncate = (...args: Parameters<DatabasePort['truncate']>) => this.#answer<void>('db.truncate', args)
  direct = (...args: Parameters<DatabasePort['direct']>) => this.#answer<Value>('db.direct', args)
  schema = (...args: Parameters<DatabasePort['schema']>) => this.#answer<Value>('db.schema', args)

  async transaction<T>(...[work, isolation]: Parameters<DatabasePort['transaction']>): Promise<T> {
    const found = this.#replayer.take('db.transaction', [this.#place, isolation ?? null])
    const result = (await work(this)) as T
    if (found?.kind === 'error') throw found.error
    return result
  }

  withDatasource(name: string): DatabasePort {
    this.#replayer.answer('db.withDatasource', [name])
    return new ReplayingDatabase(this.#replayer, name)
  }

  async #answer<Result>(call: string, args: readonly unknown[]): Promise<Result> {
    return (await this.#replayer.wait(call, [this.#place, ...args])) as Result
  }
}

/** Rejects with the signal's reason; never settles without one. */
function ended(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal?.reason instanceof Error ? signal.reason : new Error('The run has ended.'))
    if (signal?.aborted) fail()
    else signal?.addEventListener('abort', fail, { once: true })
  })
}
