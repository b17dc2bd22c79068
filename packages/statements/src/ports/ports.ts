/**
 * Ports: the only way a stack reaches the world. Real ones are wired in apps/server, fakes are in packages/testing,
 * a recording is what ports returned.
 */
import type { Value, FileResource } from '../values/value.ts'
import type { DatabasePort } from './database.ts'

export interface ClockPort {
  /** Epoch milliseconds. */
  now(): number
  /** Resolves after that many milliseconds, rejects with the signal's reason. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export interface RandomPort {
  bytes(length: number): Uint8Array
  /** An integer from min to max, both included. */
  integer(min: number, max: number): number
  uuid(): string
  /** Runs what draws randomness of its own (a key pair, a signature, an encrypted token); a replay gives what it gave. */
  made<T>(make: () => T): T
}

export interface HttpRequest {
  url: string
  method: string
  headers: [name: string, value: string][]
  body: string | Uint8Array | null
  /** seconds */
  timeout: number
  followRedirects: boolean
  verifyHost: boolean
  verifyPeer: boolean
}

export interface HttpResponse {
  status: number
  /** `Name: value` lines, status line first. */
  headers: string[]
  body: Uint8Array
  url: string
}

export interface HttpStream extends Omit<HttpResponse, 'body'> {
  /** Decoded; leaving it early ends the request. */
  body: AsyncIterable<Uint8Array>
}

export interface HttpPort {
  /** Rejects with a StackError (`request_refused`, `request_timeout`, `request_failed`). */
  request(request: HttpRequest): Promise<HttpResponse>
  /** As `request`, without waiting for the body: it is read as it comes, within the request's timeout. */
  stream(request: HttpRequest): Promise<HttpStream>
}

/** Shared cache and counters, keys scoped to the workspace. `ttl` in seconds, 0 = no expiry. */
export interface CachePort {
  set(key: string, value: Value, ttl: number): Promise<void>
  get(key: string): Promise<Value>
  has(key: string): Promise<boolean>
  delete(key: string): Promise<void>
  increment(key: string, by: number): Promise<number>
  keys(pattern: string): Promise<string[]>
  /** Lists. `end`: which end; returns the new length. */
  push(key: string, value: Value, end: 'head' | 'tail'): Promise<number>
  pop(key: string, end: 'head' | 'tail'): Promise<Value>
  /** count 0 = all; positive from the head, negative from the tail. Returns how many went. */
  remove(key: string, value: Value, count: number): Promise<number>
  length(key: string): Promise<number>
  range(key: string, start: number, stop: number): Promise<Value[]>
  /** Counts one use in the current window of `ttl` seconds; true while at most `max` were made. */
  rateLimit(key: string, max: number, ttl: number): Promise<boolean>
  /** Answers that Cairn keeps for endpoints and functions; no stack sees or sets their keys. Null where there is none. */
  answer(key: string): Promise<Value>
  keepAnswer(key: string, value: Value, ttl: number): Promise<void>
}

export interface StoredFile {
  path: string
  name: string
  mime: string
  size: number
  access: 'public' | 'private'
  meta: { [key: string]: Value }
}

export interface FilesPort {
  store(file: FileResource, access: 'public' | 'private'): Promise<StoredFile>
  read(path: string): Promise<FileResource>
  /** The bytes of a file, a part at a time. */
  stream(path: string): AsyncIterable<Uint8Array>
  delete(path: string): Promise<void>
  /** `ttl` seconds. */
  signUrl(path: string, ttl: number): Promise<string>
}

export interface MailPort {
  send(message: { [key: string]: Value }): Promise<Value>
}

export interface LogPort {
  debug(value: Value): void
}

/** Tokens and passwords of users' tables. Implemented by packages/auth over the catalogue. */
export interface AuthPort {
  /** Seconds; 0 = never expires. Throws StackError for an unknown table, one without auth, or a bad expiration. */
  createToken(claims: {
    table: string
    id: Value
    extras: { [key: string]: Value }
    expiration: number
  }): Promise<string>
  hashPassword(password: string): Promise<string>
  checkPassword(password: string, hash: string): Promise<boolean>
}

/** Environment of the workspace, read-only. */
export interface EnvPort {
  get(name: string): Value
  all(): { [key: string]: Value }
}

/** What a call may have at hand besides the language. `twig`: `renderTemplate(text, names)`. */
export type LambdaLibrary = 'twig'

/** A call of a user's own JavaScript or TypeScript. */
export interface LambdaCall {
  /** The body of an async function. */
  code: string
  library?: LambdaLibrary
  /** What it sees, by name (`$input`, `$var`, …); copied. */
  names: { [name: string]: Value }
  /** Called for each element, which is `$this`, with `$index` and `$parent`; once when null. */
  each: LambdaEach | null
  /** Milliseconds. */
  timeout: number
  signal: AbortSignal
  /** Takes what it writes to its console, a line at a time. */
  show: (line: string) => void
}

export interface LambdaEach {
  list: readonly Value[]
  /** Whether each result is the `$result` of the next call; only the last one is answered. */
  carry: boolean
  initial: Value
  /** Stops behind the first result that is true or false in JavaScript. */
  stopAt: 'true' | 'false' | null
}

/** One result a call, copied. */
export type LambdaAnswer = Value[]

/** Runs code of users where it reaches nothing. */
export interface LambdaPort {
  /** Rejects with a StackError (`lambda_error`, `lambda_timeout`, …). */
  run(call: LambdaCall): Promise<LambdaAnswer>
}

export interface Ports {
  db: DatabasePort
  http: HttpPort
  clock: ClockPort
  random: RandomPort
  cache: CachePort
  files: FilesPort
  mail: MailPort
  log: LogPort
  auth: AuthPort
  env: EnvPort
  lambda: LambdaPort
}

export type PortName = keyof Ports
