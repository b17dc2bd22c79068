import type { IncomingMessage } from 'node:http'
import { HttpError } from '../error/http-error.ts'

/** Whether a request line and headers announce a body. */
export function hasBody(incoming: IncomingMessage): boolean {
  const { headers } = incoming
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

/**
 * All bytes of a body of at most `limit`. A longer one is refused as soon as that is known, before the rest is read;
 * a client that leaves half-way rejects with a 400 that nobody reads.
 */
export function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    if (Number(incoming.headers['content-length'] ?? 0) > limit) {
      reject(tooLarge(limit))
      return
    }
    const stop = (error: Error) => {
      incoming.removeListener('data', take)
      incoming.pause()
      reject(error)
    }
    const leave = () => stop(cutShort())
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) stop(tooLarge(limit))
      else chunks.push(chunk)
    }
    incoming.on('data', take)
    incoming.once('end', () => {
      incoming.removeListener('close', leave)
      resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
    })
    incoming.once('error', leave)
    incoming.once('close', leave)
  })
}

function tooLarge(limit: number): HttpError {
  const megabytes = Math.round(limit / 1e6)
  return new HttpError(413, 'ERROR_CODE_INPUT_ERROR', `The body of the request is larger than ${megabytes} MB.`)
}

function cutShort(): HttpError {
  return new HttpError(400, 'ERROR_CODE_BAD_REQUEST', 'The request ended before its body did.')
}
