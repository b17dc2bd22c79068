import { Connection, type Result } from './connection.ts'
import { openConnection, type SessionOptions } from './handshake.ts'
import { ConnectionLost } from './server-error.ts'
import type { PreparedStatement } from './statement.ts'

export interface PoolOptions extends Partial<SessionOptions> {
  /** Sessions at most. */
  size?: number
}

export interface Lease {
  connection: Connection
  release: () => void
}

interface Waiting {
  give(connection: Connection): void
  fail(error: Error): void
  /** Null: wants a connection of its own. */
  statement: PreparedStatement | null
}

/** Quick statements that may queue behind each other on one connection, and for how long its eldest may have taken. */
const pipelineDepth = 16
const quickMilliseconds = 4

/**
 * Sessions shared by all requests. A statement goes to an idle session; when there is none, a quick one joins a session
 * that is answering quick ones, so that a round trip is shared, and others wait their turn.
 */
export class Pool {
  readonly #url: string
  readonly #session: SessionOptions
  readonly #size: number
  readonly #idle: Connection[] = []
  /** Answering statements of the pool; those on loan to a transaction are in neither. */
  readonly #busy = new Set<Connection>()
  readonly #waiting: Waiting[] = []
  readonly #all = new Set<Connection>()
  #opening = 0
  #closed = false

  constructor(url: string, options: PoolOptions = {}) {
    this.#url = url
    this.#size = options.size ?? 10
    this.#session = {
      statementTimeout: options.statementTimeout ?? 60_000,
      connectTimeout: options.connectTimeout ?? 10_000,
    }
  }

  /** Runs one statement by itself. Rejects with a ServerError or ConnectionLost. */
  run<Row>(statement: PreparedStatement<Row>, values: readonly unknown[]): Promise<Result<Row>> {
    const connection = this.#waiting.length === 0 ? this.#pick(statement) : null
    if (connection !== null) return this.#start(connection, statement, values)
    return new Promise((resolve, reject) => {
      this.#wait({
        statement,
        give: (given) => this.#start(given, statement, values).then(resolve, reject),
        fail: reject,
      })
    })
  }

  /** A session of one's own, until `release`: for a transaction, a cursor, a lock. */
  async lease(): Promise<Lease> {
    const connection =
      this.#idle.pop() ??
      (await new Promise<Connection>((give, fail) => {
        this.#wait({ statement: null, give, fail })
      }))
    connection.onProgress = () => {
      if (connection.isLost) this.#drop(connection)
    }
    let released = false
    return {
      connection,
      release: () => {
        if (released) return
        released = true
        this.#attend(connection)
        this.#settle(connection)
      },
    }
  }

  /** Runs `work` with a session of its own. */
  async withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const { connection, release } = await this.lease()
    try {
      return await work(connection)
    } finally {
      release()
    }
  }

  /** Ends all sessions; what still waits is rejected. */
  async close(): Promise<void> {
    this.#closed = true
    for (const waiting of this.#waiting.splice(0)) waiting.fail(new ConnectionLost(new Error('The pool was closed.')))
    for (const connection of this.#all) connection.close()
    this.#all.clear()
  }

  #pick(statement: PreparedStatement): Connection | null {
    const idle = this.#idle.pop()
    if (idle !== undefined) return idle
    if (!statement.quick || this.#all.size + this.#opening < this.#size) return null
    let best: Connection | null = null
    let least = pipelineDepth
    const since = performance.now() - quickMilliseconds
    for (const connection of this.#busy) {
      if (connection.load < least && connection.isQuickSince(since)) {
        best = connection
        least = connection.load
      }
    }
    return best
  }

  #start<Row>(
    connection: Connection,
    statement: PreparedStatement<Row>,
    values: readonly unknown[],
  ): Promise<Result<Row>> {
    const answer = connection.run(statement, values)
    if (connection.load > 0) this.#busy.add(connection)
    else this.#settle(connection)
    return answer
  }

  #wait(waiting: Waiting): void {
    if (this.#closed) return waiting.fail(new ConnectionLost(new Error('The pool was closed.')))
    this.#waiting.push(waiting)
    if (this.#all.size + this.#opening < this.#size) this.#open()
  }

  #open(): void {
    this.#opening += 1
    void this.#add()
  }

  async #add(): Promise<void> {
    try {
      const connection = await openConnection(this.#url, this.#session)
      this.#opening -= 1
      if (this.#closed) return connection.close()
      this.#all.add(connection)
      this.#attend(connection)
      this.#settle(connection)
    } catch (error) {
      this.#opening -= 1
      // Those who wait may still be served by the sessions there are; without any they would wait for ever.
      if (this.#all.size === 0) for (const waiting of this.#waiting.splice(0)) waiting.fail(error as Error)
    }
  }

  #attend(connection: Connection): void {
    connection.onProgress = () => this.#settle(connection)
  }

  /** After progress: hands the session to who waits first, or puts it aside. */
  #settle(connection: Connection): void {
    if (connection.isLost) return this.#drop(connection)
    if (connection.load > 0) return
    this.#busy.delete(connection)
    const next = this.#waiting.shift()
    if (next === undefined) {
      this.#idle.push(connection)
      return
    }
    next.give(connection)
    while (
      this.#waiting[0]?.statement?.quick === true &&
      next.statement?.quick === true &&
      connection.load < pipelineDepth
    ) {
      this.#waiting.shift()!.give(connection)
    }
  }

  #drop(connection: Connection): void {
    if (!this.#all.delete(connection)) return
    this.#busy.delete(connection)
    const place = this.#idle.indexOf(connection)
    if (place >= 0) this.#idle.splice(place, 1)
    if (this.#waiting.length > 0 && !this.#closed) this.#open()
  }
}
