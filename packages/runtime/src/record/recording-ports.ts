import type {
  AuthPort,
  CachePort,
  ClockPort,
  DatabasePort,
  EnvPort,
  FilesPort,
  HttpPort,
  LambdaPort,
  LogPort,
  MailPort,
  Ports,
  RandomPort,
} from '@cairn/statements'
import type { LanedPorts } from './beside.ts'
import { RecordingDatabase } from './recording-database.ts'
import { Recorder } from './recorder.ts'
import type { Lane } from './recording.ts'

/**
 * Ports of a run that note what those behind them return. Not the environment, which a replay reads anew so that no
 * secret is copied, and not what is only shown. What few stacks use is made when they do.
 */
export class RecordingPorts implements LanedPorts {
  private readonly inner: Ports
  /** Made when a port is used: most of what a small request costs would be this. */
  private made: Recorder | null
  private database: DatabasePort | null
  private ownClock: ClockPort | null = null

  constructor(inner: Ports, recorder: Recorder | null = null, db: DatabasePort | null = null) {
    this.inner = inner
    this.made = recorder
    this.database = db === null ? null : new RecordingDatabase(db, this.recorder)
  }

  private get recorder(): Recorder {
    this.made ??= new Recorder()
    return this.made
  }

  /** What was noted so far; null when it was too much to keep. */
  get lane(): Lane | null {
    const { budget, lane } = this.recorder
    return budget.left < 0 ? null : lane
  }

  beside(db: DatabasePort): Ports {
    const inner = db instanceof RecordingDatabase ? db.recorded : db
    return new RecordingPorts(this.inner, this.recorder.beside(), inner)
  }

  end(): void {
    this.recorder.lane.ended = true
  }

  position(): number {
    return this.made === null ? 0 : this.made.lane.calls.length
  }

  rewind(position: number): void {
    if (this.made !== null) this.made.lane.calls.length = position
  }

  get db(): DatabasePort {
    this.database ??= new RecordingDatabase(this.inner.db, this.recorder)
    return this.database
  }

  /** A transaction's, in the place of the one before. */
  set db(db: DatabasePort) {
    this.database = db
  }

  get clock(): ClockPort {
    this.ownClock ??= recordingClock(this.inner.clock, this.recorder)
    return this.ownClock
  }

  get random(): RandomPort {
    const [inner, recorder] = [this.inner.random, this.recorder]
    return {
      bytes: (length) => recorder.now('random.bytes', [length], () => inner.bytes(length)),
      integer: (min, max) => recorder.now('random.integer', [min, max], () => inner.integer(min, max)),
      uuid: () => recorder.now('random.uuid', [], () => inner.uuid()),
      made: (make) => recorder.now('random.made', [], () => inner.made(make)),
    }
  }

  get http(): HttpPort {
    const [inner, recorder] = [this.inner.http, this.recorder]
    return {
      request: (request) => recorder.wait('http.request', [request], inner.request(request)),
      stream: (request) => recorder.waitForParts('http.stream', [request], inner.stream(request)),
    }
  }

  get cache(): CachePort {
    return recordingCache(this.inner.cache, this.recorder)
  }

  get files(): FilesPort {
    const [inner, recorder] = [this.inner.files, this.recorder]
    return {
      store: (file, access) => recorder.wait('files.store', [file, access], inner.store(file, access)),
      read: (path) => recorder.wait('files.read', [path], inner.read(path)),
      stream: (path) => recorder.parts('files.stream', [path], inner.stream(path)),
      delete: (path) => recorder.wait('files.delete', [path], inner.delete(path)),
      signUrl: (path, ttl) => recorder.wait('files.signUrl', [path, ttl], inner.signUrl(path, ttl)),
    }
  }

  get mail(): MailPort {
    const [inner, recorder] = [this.inner.mail, this.recorder]
    return { send: (message) => recorder.wait('mail.send', [message], inner.send(message)) }
  }

  get auth(): AuthPort {
    const [inner, recorder] = [this.inner.auth, this.recorder]
    return {
      createToken: (claims) => recorder.wait('auth.createToken', [claims], inner.createToken(claims)),
      hashPassword: (password) => recorder.wait('auth.hashPassword', [password], inner.hashPassword(password)),
      checkPassword: (password, hash) =>
        recorder.wait('auth.checkPassword', [password, hash], inner.checkPassword(password, hash)),
    }
  }

  get lambda(): LambdaPort {
    const [inner, recorder] = [this.inner.lambda, this.recorder]
    return {
      run: (call) => {
        const { code, names, each } = call
        return recorder.wait('lambda.run', [code, { ...names, $env: null }, each], inner.run(call))
      },
    }
  }

  get env(): EnvPort {
    return this.inner.env
  }

  get log(): LogPort {
    return this.inner.log
  }
}

function recordingClock(inner: ClockPort, recorder: Recorder): ClockPort {
  return {
    now: () => recorder.now('clock.now', [], () => inner.now()),
    sleep: (milliseconds, signal) => recorder.wait('clock.sleep', [milliseconds], inner.sleep(milliseconds, signal)),
  }
}

function recordingCache(inner: CachePort, recorder: Recorder): CachePort {
  return {
    set: (key, value, ttl) => recorder.wait('cache.set', [key, value, ttl], inner.set(key, value, ttl)),
    get: (key) => recorder.wait('cache.get', [key], inner.get(key)),
    has: (key) => recorder.wait('cache.has', [key], inner.has(key)),
    delete: (key) => recorder.wait('cache.delete', [key], inner.delete(key)),
    increment: (key, by) => recorder.wait('cache.increment', [key, by], inner.increment(key, by)),
    keys: (pattern) => recorder.wait('cache.keys', [pattern], inner.keys(pattern)),
    push: (key, value, end) => recorder.wait('cache.push', [key, value, end], inner.push(key, value, end)),
    pop: (key, end) => recorder.wait('cache.pop', [key, end], inner.pop(key, end)),
    remove: (key, value, count) => recorder.wait('cache.remove', [key, value, count], inner.remove(key, value, count)),
    length: (key) => recorder.wait('cache.length', [key], inner.length(key)),
    range: (key, start, stop) => recorder.wait('cache.range', [key, start, stop], inner.range(key, start, stop)),
    rateLimit: (key, max, ttl) => recorder.wait('cache.rateLimit', [key, max, ttl], inner.rateLimit(key, max, ttl)),
    // Their keys are made of texts and inputs that a replay may have others of.
    answer: (key) => recorder.wait('cache.answer', [], inner.answer(key)),
    keepAnswer: (key, value, ttl) => recorder.wait('cache.keepAnswer', [], inner.keepAnswer(key, value, ttl)),
  }
}
