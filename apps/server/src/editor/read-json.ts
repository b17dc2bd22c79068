import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'

const SMALL = 64 * 1024
const LARGE = 32 * 1024 * 1024

/** The JSON body of a request, at most 64 KB, or 32 MB where a route asks for it. Only `application/json`: a form of another site can not send that. */
export const readJson = async (request: IncomingMessage, large = false): Promise<unknown> => {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new Refusal(415, 'json_only', 'Send the body as application/json.')
  const most = large ? LARGE : SMALL
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most)
      throw new Refusal(413, 'body_too_large', `The body may have at most ${most / 1024} KB.`, { connection: 'close' })
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Refusal(400, 'json_invalid', 'The body is not valid JSON.')
  }
}
