import { checkWhole, FileResource, type Value } from '@cairn/statements'

export interface Encoded {
  type: string
  body: string | Uint8Array
}

const json = 'application/json; charset=utf-8'

/**
 * The body of a stack's result: JSON, but for a file, which goes out as its bytes, and text whose stack chose a content
 * type of its own (`chosenType`), which goes out as it is.
 */
export function encodeResult(result: Value, chosenType: string | null): Encoded {
  if (result instanceof FileResource)
    return { type: chosenType ?? (result.mime || 'application/octet-stream'), body: result.data }
  const isText = typeof result === 'string'
  if (isText && chosenType !== null && !/^application\/([\w.-]+\+)?json\b/i.test(chosenType)) {
    return { type: chosenType, body: result }
  }
  checkWhole(result)
  return { type: chosenType ?? json, body: JSON.stringify(result) ?? 'null' }
}
