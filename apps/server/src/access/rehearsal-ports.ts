import { StackError, type DatabasePort, type Ports } from '@cairn/statements'
import { createMemoryCache } from '../ports/cache/memory-cache.ts'
import { clockPort } from '../ports/clock-port.ts'

/** Thrown through a transaction to take back what was done in it. */
class Undone extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('It is taken back.')
    this.result = result
  }
}

/** Runs `work` in a transaction of its own and takes back what it did. */
async function undoing<Result>(
  database: DatabasePort,
  work: (inner: DatabasePort) => Promise<Result>,
  isolation?: Parameters<DatabasePort['transaction']>[1],
): Promise<Result> {
  try {
    return await database.transaction(async (inner) => {
      throw new Undone(await work(inner))
    }, isolation)
  } catch (error) {
    if (error instanceof Undone) return error.result as Result
    throw error
  }
}

/**
 * A database that answers as the real one does and keeps nothing. What a statement did is taken back right after it: a
 * transaction around the whole request would lock rows and tables of the workspace for as long as the request takes.
 */
function rehearsalDatabase(real: DatabasePort): DatabasePort {
  return {
    query: (...args) => undoing(real, (db) => db.query(...args)),
    record: (...args) => undoing(real, (db) => db.record(...args)),
    write: (...args) => undoing(real, (db) => db.write(...args)),
    bulk: (...args) => undoing(real, (db) => db.bulk(...args)),
    truncate: (...args) => undoing(real, (db) => db.truncate(...args)),
    direct: (...args) => undoing(real, (db) => db.direct(...args)),
    schema: (...args) => real.schema(...args),
    transaction: (work, isolation) => undoing(real, work, isolation),
    withDatasource: (name) => rehearsalDatabase(real.withDatasource(name)),
  }
}

/** Ports whose effects nobody sees: the database takes everything back, and nothing is sent, mailed or stored. */
export function rehearsalPorts(real: Ports): Ports {
  const refuse = () => Promise.reject(new StackError('standard', 'rehearsal', 'A rehearsal reaches nothing outside.'))
  return {
    db: rehearsalDatabase(real.db),
    http: { request: refuse, stream: refuse },
    mail: { send: refuse },
    files: {
      store: refuse,
      delete: refuse,
      read: (path) => real.files.read(path),
      stream: (path) => real.files.stream(path),
      signUrl: refuse,
    },
    cache: createMemoryCache({ clock: clockPort }),
    log: { debug: () => undefined },
    clock: real.clock,
    random: real.random,
    auth: real.auth,
    env: real.env,
    lambda: real.lambda,
  }
}
