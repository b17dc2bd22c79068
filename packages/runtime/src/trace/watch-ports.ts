import {
  bytesToText,
  type CachePort,
  type FilesPort,
  type HttpPort,
  type HttpRequest,
  type LambdaPort,
  type LogPort,
  type MailPort,
  type Ports,
  type Value,
} from '@cairn/statements'
import type { TraceEffect, TraceSink } from './trace-sink.ts'

const MOST_BODY = 200_000

/** The same ports, telling the trace what goes through them. SQL is told by the database itself, which alone knows it. */
export function watchPorts(ports: Ports, trace: TraceSink): Ports {
  const watch: Partial<Ports> = {
    http: watchHttp(ports.http, trace),
    cache: watchCache(ports.cache, trace),
    files: watchFiles(ports.files, trace),
    mail: watchMail(ports.mail, trace),
    lambda: watchLambda(ports.lambda, trace),
    log: watchLog(ports.log, trace),
  }
  // A transaction puts another database in the place of `db`.
  return { ...Object.fromEntries(portNames.map((name) => [name, ports[name]])), ...watch } as Ports
}

const portNames = [
  'db',
  'http',
  'clock',
  'random',
  'cache',
  'files',
  'mail',
  'log',
  'auth',
  'env',
  'lambda',
] as const satisfies readonly (keyof Ports)[]

type Watch = <T>(title: string, details: [string, Value][], work: () => Promise<T>) => Promise<T>

/** Tells of one piece of work, whether it fails or not. */
const watching =
  (kind: 'http' | 'cache' | 'call', trace: TraceSink, facts: (answer: unknown) => Partial<TraceEffect>): Watch =>
  async (title, details, work) => {
    const end = trace.effect(kind, title, details)
    try {
      const answer = await work()
      end(facts(answer))
      return answer
    } catch (error) {
      end({ error: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }

const bodyText = (body: string | Uint8Array | null): Value =>
  body === null ? null : typeof body === 'string' ? body : bytesToText(body.subarray(0, MOST_BODY))

function watchHttp(http: HttpPort, trace: TraceSink): HttpPort {
  /** `rest`: what is told of an answer besides its status and headers. */
  const watched = async <Answer extends { status: number; headers: string[] }>(
    request: HttpRequest,
    send: () => Promise<Answer>,
    rest: (answer: Answer) => [string, Value][],
  ): Promise<Answer> => {
    const { method, url, headers, body } = request
    const details: [string, Value][] = [['request headers', headers.map(([name, value]) => `${name}: ${value}`)]]
    if (body !== null) details.push(['request body', bodyText(body)])
    const end = trace.effect('http', `${method} ${url}`, details)
    try {
      const answer = await send()
      end({ status: answer.status, details: [['response headers', answer.headers], ...rest(answer)] })
      return answer
    } catch (error) {
      end({ error: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }
  return {
    request: (request) =>
      watched(
        request,
        () => http.request(request),
        ({ body }) => [
          ['response body', bodyText(body)],
          ['response size', body.length],
        ],
      ),
    // Its body comes while the stack goes on.
    stream: (request) =>
      watched(
        request,
        () => http.stream(request),
        () => [],
      ),
  }
}

function watchCache(cache: CachePort, trace: TraceSink): CachePort {
  const read = watching('cache', trace, (answer) => ({
    hit: answer !== null && answer !== false,
    details: [['value', answer as Value]],
  }))
  const write = watching('cache', trace, (answer) =>
    answer === undefined ? {} : { details: [['answer', answer as Value]] },
  )
  return {
    get: (key) => read(`get "${key}"`, [], () => cache.get(key)),
    has: (key) => read(`has "${key}"`, [], () => cache.has(key)),
    pop: (key, end) => read(`pop "${key}"`, [['end', end]], () => cache.pop(key, end)),
    set: (key, value, ttl) =>
      write(
        `set "${key}"`,
        [
          ['value', value],
          ['ttl', ttl],
        ],
        () => cache.set(key, value, ttl),
      ),
    delete: (key) => write(`delete "${key}"`, [], () => cache.delete(key)),
    increment: (key, by) => write(`increment "${key}"`, [['by', by]], () => cache.increment(key, by)),
    keys: (pattern) => write(`keys "${pattern}"`, [], () => cache.keys(pattern)),
    push: (key, value, end) => write(`push "${key}"`, [['value', value]], () => cache.push(key, value, end)),
    remove: (key, value, count) => write(`remove "${key}"`, [['value', value]], () => cache.remove(key, value, count)),
    length: (key) => write(`length "${key}"`, [], () => cache.length(key)),
    range: (key, start, stop) => write(`range "${key}"`, [], () => cache.range(key, start, stop)),
    rateLimit: (key, max, ttl) =>
      write(
        `rate limit "${key}"`,
        [
          ['max', max],
          ['ttl', ttl],
        ],
        () => cache.rateLimit(key, max, ttl),
      ),
    answer: (key) => cache.answer(key),
    keepAnswer: (key, value, ttl) => cache.keepAnswer(key, value, ttl),
  }
}

function watchFiles(files: FilesPort, trace: TraceSink): FilesPort {
  const call = watching('call', trace, () => ({}))
  return {
    store: (file, access) => call(`store file ${file.name}`, [['access', access]], () => files.store(file, access)),
    read: (path) => call(`read file ${path}`, [], () => files.read(path)),
    stream(path) {
      trace.effect('call', `read file ${path}`, [])({})
      return files.stream(path)
    },
    delete: (path) => call(`delete file ${path}`, [], () => files.delete(path)),
    signUrl: (path, ttl) => files.signUrl(path, ttl),
  }
}

function watchMail(mail: MailPort, trace: TraceSink): MailPort {
  const call = watching('call', trace, (answer) => ({ details: [['answer', answer as Value]] }))
  return { send: (message) => call('send mail', [['message', message]], () => mail.send(message)) }
}

function watchLambda(lambda: LambdaPort, trace: TraceSink): LambdaPort {
  return {
    async run(call) {
      const lines: Value[] = []
      const end = trace.effect('call', 'lambda', [])
      const show = (line: string) => {
        if (lines.length < 1000) lines.push(line)
        call.show(line)
      }
      try {
        const answer = await lambda.run({ ...call, show })
        end(lines.length === 0 ? {} : { details: [['console', lines]] })
        return answer
      } catch (error) {
        end({ details: [['console', lines]], error: error instanceof Error ? error.message : String(error) })
        throw error
      }
    },
  }
}

function watchLog(log: LogPort, trace: TraceSink): LogPort {
  return {
    debug(value) {
      trace.effect('log', 'debug log', [['value', value]])({})
      log.debug(value)
    },
  }
}
