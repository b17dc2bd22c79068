import { createInlineSandbox } from '@cairn/sandbox'
import { objectOf, type LogPort, type MailPort, type Ports, type Value } from '@cairn/statements'
import { fakeAuth } from './auth.ts'
import { fakeCache } from './cache.ts'
import { fakeClock, type FakeClock } from './clock.ts'
import { fakeDatabase } from './database/fake-database.ts'
import { fakeFiles } from './files.ts'
import { fakeHttp, type FakeHttp } from './http.ts'
import { fakeRandom } from './random.ts'

/** What a stack showed, in order. */
export interface FakeLog extends LogPort {
  readonly shown: readonly Value[]
}

/** What a stack mailed, in order. */
export interface FakeMail extends MailPort {
  readonly sent: readonly Value[]
}

/** Every port, in memory; what happened can be read from those that say so. */
export interface FakePorts extends Ports {
  clock: FakeClock
  http: FakeHttp
  log: FakeLog
  mail: FakeMail
}

export interface FakePortsOptions {
  /** Epoch milliseconds; 2026-01-01 when left out. */
  now?: number
  env?: Record<string, Value>
  seed?: number
}

/** One engine for all tests of a process. */
const lambda = createInlineSandbox()

/** Ports that do the same each time and touch nothing outside the process. */
export function fakePorts(options: FakePortsOptions = {}): FakePorts {
  const clock = fakeClock(options.now ?? Date.UTC(2026, 0, 1))
  const env = new Map(Object.entries(options.env ?? {}))
  return {
    clock,
    random: fakeRandom(options.seed ?? 1),
    db: fakeDatabase(clock),
    cache: fakeCache(clock),
    http: fakeHttp(),
    files: fakeFiles(),
    auth: fakeAuth(),
    env: { get: (name) => env.get(name) ?? null, all: () => objectOf([...env]) },
    log: fakeLog(),
    lambda,
    mail: fakeMail(),
  }
}

function fakeLog(): FakeLog {
  const shown: Value[] = []
  return { shown, debug: (value) => void shown.push(value) }
}

function fakeMail(): FakeMail {
  const sent: Value[] = []
  return {
    sent,
    async send(message) {
      sent.push(message)
      return { id: String(sent.length) }
    },
  }
}
