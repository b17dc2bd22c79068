import type { Duplex } from 'node:stream'
import { readerOfDescription } from './described-rows.ts'
import { readServerError, ConnectionLost } from './server-error.ts'
import type { PreparedStatement, RowReader } from './statement.ts'
import { Writer } from './writer.ts'

/** A statement on its way: answered in the order it was sent. */
interface Flight {
  statement: PreparedStatement
  reader: RowReader<unknown> | null
  rows: unknown[]
  affected: number
  error: Error | null
  prepares: boolean
  sentAt: number
  resolve(result: Result<never>): void
  reject(error: Error): void
}

export interface Result<Row> {
  rows: Row[]
  /** Rows changed, deleted or returned, as the server counts. */
  affected: number
}

const keptStatements = 500

/** Message types of the server, by their letter. */
const message = { data: 68, ready: 90, complete: 67, error: 69, describe: 84, parsed: 49, suspended: 115 } as const

/**
 * One session with the server, after its handshake. Statements go out in the extended protocol without waiting for each
 * other's answers (a pipeline); each has its own Sync, so one that fails does not touch its neighbours. Everything asked
 * for in one turn of the event loop is written at once.
 */
export class Connection {
  readonly #socket: Duplex
  readonly #out = new Writer()
  readonly #flights: Flight[] = []
  #head = 0
  readonly #prepared = new Map<string, true>()
  #pending: Buffer | null = null
  #flushing = false
  #lost: Error | null = null
  /** Called when a statement was answered, and when the connection ends. */
  onProgress: () => void = () => {}

  constructor(socket: Duplex) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    socket.on('error', (error) => this.#lose(error))
    socket.on('close', () => this.#lose(null))
  }

  /** Statements sent and not answered. */
  get load(): number {
    return this.#flights.length - this.#head
  }

  get isLost(): boolean {
    return this.#lost !== null
  }

  /** Whether all it is doing is quick, and its eldest was sent after `time`. */
  isQuickSince(time: number): boolean {
    for (let i = this.#head; i < this.#flights.length; i += 1) {
      if (!this.#flights[i]!.statement.quick) return false
    }
    return this.load === 0 || this.#flights[this.#head]!.sentAt >= time
  }

  /** Runs a statement; `values` are converted ones by parameter. Rejects with a ServerError or ConnectionLost. */
  run<Row>(statement: PreparedStatement<Row>, values: readonly unknown[]): Promise<Result<Row>> {
    if (this.#lost !== null) return Promise.reject(this.#lost)
    return new Promise((resolve, reject) => {
      const prepares = statement.name === '' || !this.#prepared.has(statement.name)
      const start = this.#out.length
      try {
        if (prepares) this.#writeParse(statement)
        this.#writeBind(statement, values)
      } catch (error) {
        this.#out.length = start
        return reject(error as Error)
      }
      this.#writeExecute(statement.read === null)
      this.#flights.push({
        statement,
        reader: statement.read,
        rows: [],
        affected: 0,
        error: null,
        prepares,
        sentAt: performance.now(),
        resolve: resolve as Flight['resolve'],
        reject,
      })
      if (prepares && statement.name !== '') this.#keep(statement.name)
      this.#flushSoon()
    })
  }

  /** Says goodbye; statements not answered yet are rejected. */
  close(): void {
    if (this.#lost !== null) return
    this.#out.end(this.#out.begin(88))
    this.#flush()
    this.#socket.end()
    this.#lose(null)
  }

  #writeParse(statement: PreparedStatement): void {
    const out = this.#out
    const start = out.begin(80)
    out.cString(statement.name)
    out.cString(statement.text)
    out.int16(statement.parameters.length)
    for (const { oid } of statement.parameters) out.uint32(oid)
    out.end(start)
  }

  #writeBind(statement: PreparedStatement, values: readonly unknown[]): void {
    const out = this.#out
    const { parameters, results } = statement
    const start = out.begin(66)
    out.byte(0)
    out.cString(statement.name)
    out.int16(parameters.length)
    for (const type of parameters) out.int16(type.binary ? 1 : 0)
    out.int16(parameters.length)
    for (let i = 0; i < parameters.length; i += 1) {
      const value = values[i]
      if (value === null || value === undefined) out.int32(-1)
      else parameters[i]!.write(out, value as never)
    }
    out.int16(results.length)
    for (const type of results) out.int16(type.binary ? 1 : 0)
    out.end(start)
  }

  #writeExecute(describe: boolean): void {
    const out = this.#out
    if (describe) {
      const start = out.begin(68)
      out.byte(80)
      out.byte(0)
      out.end(start)
    }
    const start = out.begin(69)
    out.byte(0)
    out.int32(0)
    out.end(start)
    out.end(out.begin(83))
  }

  /** Remembers a name; past the limit the eldest is closed, so that a long-lived server does not fill up. */
  #keep(name: string): void {
    this.#prepared.set(name, true)
    if (this.#prepared.size <= keptStatements) return
    const [eldest] = this.#prepared.keys()
    this.#forget(eldest!)
  }

  #forget(name: string): void {
    this.#prepared.delete(name)
    const start = this.#out.begin(67)
    this.#out.byte(83)
    this.#out.cString(name)
    this.#out.end(start)
  }

  #flushSoon(): void {
    if (this.#flushing) return
    this.#flushing = true
    // A microtask: later than everything this turn asks for in the same breath, earlier than the next event.
    queueMicrotask(() => this.#flush())
  }

  #flush(): void {
    this.#flushing = false
    if (this.#out.length > 0 && !this.#socket.destroyed) this.#socket.write(this.#out.take())
  }

  #receive(chunk: Buffer): void {
    const bytes = this.#pending === null ? chunk : Buffer.concat([this.#pending, chunk])
    this.#pending = null
    let at = 0
    while (at + 5 <= bytes.length) {
      const end = at + 1 + bytes.readInt32BE(at + 1)
      if (end > bytes.length) break
      this.#handle(bytes[at]!, bytes, at + 5, end)
      at = end
    }
    if (at < bytes.length) this.#pending = at === 0 ? bytes : bytes.subarray(at)
  }

  #handle(type: number, bytes: Buffer, start: number, end: number): void {
    const flight = this.#flights[this.#head]
    if (flight === undefined) return
    switch (type) {
      case message.data:
        return this.#row(flight, bytes, start)
      case message.complete:
        flight.affected = countOf(bytes.toString('latin1', start, end - 1))
        return
      case message.describe:
        flight.reader = readerOfDescription(bytes, start)
        return
      case message.error:
        flight.error = readServerError(bytes, start, end)
        return
      case message.ready:
        return this.#land(flight)
    }
  }

  #row(flight: Flight, bytes: Buffer, start: number): void {
    if (flight.error !== null || flight.reader === null) return
    try {
      flight.rows.push(flight.reader(bytes, start + 2))
    } catch (error) {
      flight.error = error as Error
    }
  }

  #land(flight: Flight): void {
    this.#head += 1
    if (this.#head === this.#flights.length) {
      this.#flights.length = 0
      this.#head = 0
    } else if (this.#head > 1024) {
      this.#flights.splice(0, this.#head)
      this.#head = 0
    }
    if (flight.error === null) flight.resolve({ rows: flight.rows as never[], affected: flight.affected })
    else {
      if (flight.statement.name !== '' && this.#prepared.has(flight.statement.name)) this.#forget(flight.statement.name)
      flight.reject(flight.error)
    }
    this.onProgress()
  }

  #lose(cause: Error | null): void {
    if (this.#lost !== null) return
    this.#lost = new ConnectionLost(cause)
    this.#socket.destroy()
    for (const flight of this.#flights.splice(this.#head)) flight.reject(this.#lost)
    this.#flights.length = 0
    this.#head = 0
    this.onProgress()
  }
}

/** `INSERT 0 3` → 3, `SELECT 7` → 7, `BEGIN` → 0. */
function countOf(tag: string): number {
  const count = Number(tag.slice(tag.lastIndexOf(' ') + 1))
  return Number.isNaN(count) ? 0 : count
}
