import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { FileResource, StackError, type Value } from '@cairn/statements'
import { maxFields, nestFields, type Fields } from '../input/parse-form.ts'

/**
 * A multipart body as fields; its files become `FileResource`s. This is the only place that makes one of a request:
 * JSON that looks like a file stays JSON.
 */
export function parseMultipart(body: Buffer, contentType: string): Promise<Record<string, Value>> {
  return new Promise((resolve, reject) => {
    const fields: Fields = []
    const refuse = () => reject(unreadable())
    const parser = open(contentType)
    if (!parser) {
      refuse()
      return
    }
    parser.on('field', (name, value) => fields.push([name, value]))
    parser.on('file', (name, stream, filename, _encoding, mime) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', refuse)
      stream.on('end', () => fields.push([name, new FileResource(filename ?? '', mime, Buffer.concat(chunks))]))
    })
    parser.on('error', refuse)
    parser.on('partsLimit', refuse)
    parser.on('finish', () => {
      try {
        resolve(nestFields(fields))
      } catch (error) {
        reject(error)
      }
    })
    parser.end(body)
  })
}

/** Null where the header has no boundary. The body's size is capped already, so only the parts are counted here. */
function open(contentType: string): BusboyInstance | null {
  const headers: BusboyHeaders = { 'content-type': contentType }
  try {
    return new Busboy({ headers, limits: { parts: maxFields, fieldSize: Infinity, fieldNameSize: 1000 } })
  } catch {
    return null
  }
}

function unreadable(): StackError {
  return new StackError('badrequest', 'bad_multipart', 'Unable to decode input', { payload: '' })
}
