/**
 * Load generator: keeps `connections` sockets busy with one request each for `seconds`, then prints one JSON line.
 * Run as a process of its own, so that it can be pinned away from the server: `node load.js`, LoadOptions as JSON on standard input.
 */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { LoadOptions, LoadResult } from './load-options.ts'

const options = JSON.parse(readFileSync(0, 'utf8')) as LoadOptions
const requests = options.requests.map((text) => Buffer.from(text, 'utf8'))
const latencies: number[] = []
let done = 0
let failed = 0
let next = 0
let stopped = false

const headEnd = Buffer.from('\r\n\r\n')

/** Bytes of a whole answer at the start of `buffer`, or 0 while it is not complete. */
function answerLength(buffer: Buffer): number {
  const end = buffer.indexOf(headEnd)
  if (end < 0) return 0
  const length = /content-length: *(\d+)/i.exec(buffer.toString('latin1', 0, end))
  const total = end + 4 + Number(length?.[1] ?? 0)
  return buffer.length >= total ? total : 0
}

function open(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(options.port, options.host)
    socket.setNoDelay(true)
    let pending: Buffer | null = null
    let started = 0
    const send = () => {
      if (stopped) return socket.end()
      started = performance.now()
      socket.write(requests[next++ % requests.length]!)
    }
    socket.on('connect', send)
    socket.on('data', (chunk) => {
      const buffer: Buffer = pending === null ? chunk : Buffer.concat([pending, chunk])
      const length = answerLength(buffer)
      if (length === 0) {
        pending = buffer
        return
      }
      pending = null
      latencies.push(performance.now() - started)
      done++
      if (buffer[9] !== 0x32) failed++
      send()
    })
    socket.on('error', () => {
      if (!stopped) failed++
    })
    socket.on('close', () => resolve())
  })
}

const begin = performance.now()
const all = Array.from({ length: options.connections }, open)
await new Promise((resolve) => setTimeout(resolve, options.seconds * 1000))
stopped = true
const seconds = (performance.now() - begin) / 1000
const grace = setTimeout(() => {
  console.error('Requests were still without an answer 60 seconds after the last.')
  process.exit(1)
}, 60_000)
const counted = done
await Promise.all(all)
clearTimeout(grace)
latencies.sort((a, b) => a - b)
const at = (q: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? 0
const result: LoadResult = { requests: counted, failed, seconds, p50: at(0.5), p99: at(0.99) }
console.log(JSON.stringify(result))
