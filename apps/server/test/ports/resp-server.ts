import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A small Redis: strings, lists, expiry and transactions, spoken as RESP2, for machines without a redis-server. */
export async function startRespServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const entries = new Map<string, Entry>()
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    serve(socket, entries)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

interface Entry {
  value: string | string[]
  expiresAt: number
}
type Entries = Map<string, Entry>
type Reply = null | number | string | { simple: string } | Reply[]

class RedisError extends Error {}

function serve(socket: Socket, entries: Entries): void {
  let waiting = Buffer.alloc(0)
  let queue: string[][] | null = null

  const answer = (command: string[]): Reply => {
    const name = command[0]?.toUpperCase()
    if (name === 'MULTI') queue = []
    else if (name === 'EXEC') {
      const queued = queue ?? []
      queue = null
      return queued.map((each) => run(each, entries))
    } else if (queue !== null) {
      queue.push(command)
      return { simple: 'QUEUED' }
    } else return run(command, entries)
    return { simple: 'OK' }
  }

  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    waiting = Buffer.concat([waiting, chunk as Buffer])
    for (let read = readCommand(waiting); read !== null; read = readCommand(waiting)) {
      waiting = waiting.subarray(read.bytes)
      try {
        socket.write(encode(answer(read.command)))
      } catch (error) {
        if (!(error instanceof RedisError)) throw error
        socket.write(`-${error.message}\r\n`)
      }
    }
  })
}

/** A command is an array of bulk texts; null while it is not whole. */
function readCommand(data: Buffer): { command: string[]; bytes: number } | null {
  let at = 0
  const line = (): string | null => {
    const end = data.indexOf('\r\n', at)
    if (end < 0) return null
    const text = data.toString('utf8', at + 1, end)
    at = end + 2
    return text
  }
  const count = line()
  if (count === null) return null
  const command: string[] = []
  while (command.length < Number(count)) {
    const length = line()
    if (length === null || data.length < at + Number(length) + 2) return null
    command.push(data.toString('utf8', at, at + Number(length)))
    at += Number(length) + 2
  }
  return { command, bytes: at }
}

function encode(reply: Reply): string {
  if (reply === null) return '$-1\r\n'
  if (typeof reply === 'number') return `:${reply}\r\n`
  if (typeof reply === 'string') return `$${Buffer.byteLength(reply)}\r\n${reply}\r\n`
  if (Array.isArray(reply)) return `*${reply.length}\r\n${reply.map(encode).join('')}`
  return `+${reply.simple}\r\n`
}

function run([name = '', ...args]: string[], entries: Entries): Reply {
  const command = commands.get(name.toUpperCase())
  if (command === undefined) throw new RedisError(`ERR unknown command '${name}'`)
  for (const [key, entry] of entries) if (entry.expiresAt <= Date.now()) entries.delete(key)
  return command(entries, args)
}

function listOf(entries: Entries, key: string): string[] {
  const value = entries.get(key)?.value ?? []
  if (typeof value === 'string')
    throw new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value')
  return value
}

function textOf(entries: Entries, key: string): string | null {
  const value = entries.get(key)?.value ?? null
  if (Array.isArray(value)) throw new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value')
  return value
}

function keep(entries: Entries, key: string, list: string[]): void {
  if (list.length === 0) entries.delete(key)
  else entries.set(key, { value: list, expiresAt: entries.get(key)?.expiresAt ?? Number.POSITIVE_INFINITY })
}

function increment(entries: Entries, key: string, by: number): number {
  const text = textOf(entries, key) ?? '0'
  if (!/^-?\d+$/.test(text)) throw new RedisError('ERR value is not an integer or out of range')
  const value = Number(text) + by
  entries.set(key, { value: String(value), expiresAt: entries.get(key)?.expiresAt ?? Number.POSITIVE_INFINITY })
  return value
}

function set(entries: Entries, [key = '', value = '', ...options]: string[]): Reply {
  if (options.includes('NX') && entries.has(key)) return null
  const px = options.indexOf('PX')
  entries.set(key, { value, expiresAt: px < 0 ? Number.POSITIVE_INFINITY : Date.now() + Number(options[px + 1]) })
  return { simple: 'OK' }
}

function push(entries: Entries, key: string, value: string, atHead: boolean): number {
  const list = listOf(entries, key)
  const next = atHead ? [value, ...list] : [...list, value]
  keep(entries, key, next)
  return next.length
}

function pop(entries: Entries, key: string, atHead: boolean): string | null {
  const list = listOf(entries, key)
  keep(entries, key, atHead ? list.slice(1) : list.slice(0, -1))
  return list.at(atHead ? 0 : -1) ?? null
}

function remove(entries: Entries, key: string, count: number, value: string): number {
  const list = count < 0 ? listOf(entries, key).toReversed() : [...listOf(entries, key)]
  let left = count === 0 ? list.length : Math.abs(count)
  const kept = list.filter((item) => item !== value || left-- <= 0)
  keep(entries, key, count < 0 ? kept.toReversed() : kept)
  return list.length - kept.length
}

function range(list: string[], start: number, stop: number): string[] {
  const from = start < 0 ? Math.max(0, list.length + start) : start
  const to = stop < 0 ? list.length + stop : stop
  return list.filter((_, index) => index >= from && index <= to)
}

/** `*`, `?`, sets and escapes, as a regular expression. */
function globOf(pattern: string): RegExp {
  const source = pattern.replace(/\\(.)|(\[[^\]]*\])|([*?])|([^\w:])/g, (_, escaped, charset, wild, plain) => {
    if (charset !== undefined) return String(charset)
    if (wild !== undefined) return wild === '*' ? '.*' : '.'
    return `\\${escaped ?? plain}`.replace(/^\\(\w)$/, '$1')
  })
  return new RegExp(`^${source}$`, 's')
}

const commands = new Map<string, (entries: Entries, args: string[]) => Reply>([
  ['GET', (entries, [key = '']) => textOf(entries, key)],
  ['SET', set],
  ['EXISTS', (entries, [key = '']) => Number(entries.has(key))],
  ['DEL', (entries, [key = '']) => Number(entries.delete(key))],
  ['INCR', (entries, [key = '']) => increment(entries, key, 1)],
  ['INCRBY', (entries, [key = '', by]) => increment(entries, key, Number(by))],
  ['SCAN', (entries, [, , pattern = '*']) => ['0', [...entries.keys()].filter((key) => globOf(pattern).test(key))]],
  ['LPUSH', (entries, [key = '', value = '']) => push(entries, key, value, true)],
  ['RPUSH', (entries, [key = '', value = '']) => push(entries, key, value, false)],
  ['LPOP', (entries, [key = '']) => pop(entries, key, true)],
  ['RPOP', (entries, [key = '']) => pop(entries, key, false)],
  ['LREM', (entries, [key = '', count, value = '']) => remove(entries, key, Number(count), value)],
  ['LLEN', (entries, [key = '']) => listOf(entries, key).length],
  ['LRANGE', (entries, [key = '', start, stop]) => range(listOf(entries, key), Number(start), Number(stop))],
  ['CLIENT', () => ({ simple: 'OK' })],
  ['PING', () => ({ simple: 'PONG' })],
  ['FLUSHALL', (entries) => (entries.clear(), { simple: 'OK' })],
])
