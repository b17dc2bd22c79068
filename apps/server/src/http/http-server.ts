import { createServer, STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { handleRequest, type Host } from './handle-request.ts'

/** How long, in milliseconds, a refused client may go on sending before its connection is cut. */
const linger = 2000

/**
 * An HTTP server for `host`, not yet listening. Slow and broken clients are its own business: they are timed out or
 * answered here and never reach a stack.
 */
export function createHttpServer(host: Host): Server {
  const server = createServer(
    {
      keepAlive: true,
      noDelay: true,
      keepAliveTimeout: 65_000,
      headersTimeout: 20_000,
      requestTimeout: 300_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 32_768,
    },
    (incoming, outgoing) => {
      void handleRequest(host, incoming, outgoing)
      // Only a request with a body can still be sending when its answer is out.
      const { headers } = incoming
      if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
      outgoing.once('finish', () => {
        if (!incoming.complete) setTimeout(() => cutUnfinished(incoming), linger).unref()
      })
    },
  )
  server.maxRequestsPerSocket = 0
  server.on('clientError', refuseBroken)
  return server
}

/** One that has sent the rest meanwhile keeps its connection: its next request may be under way. */
function cutUnfinished(incoming: IncomingMessage): void {
  if (!incoming.complete) incoming.socket.destroy()
}

const brokenStatus: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** Answers what is not HTTP, has headers too long or came too slowly. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = brokenStatus[error.code ?? ''] ?? 400
  const body = JSON.stringify({
    code: 'ERROR_CODE_BAD_REQUEST',
    message: `The request is not readable as HTTP (${STATUS_CODES[status]}).`,
    payload: '',
  })
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\n`
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`)
}
