import { isUtf8 } from 'node:buffer'
import { StackError, type Value } from '@cairn/statements'

/** Lists and objects inside each other. */
const maxDepth = 512

/** A JSON body as a value; empty is `{}`. Throws a 400 for anything that is not JSON in UTF-8 or nests too deep. */
export function parseJson(body: Buffer): Value {
  if (body.length === 0) return {}
  if (!isUtf8(body)) throw refuse('Unable to decode input')
  if (body.length > 2 * maxDepth && depthOf(body) > maxDepth) {
    throw refuse(`The JSON of the body is nested more than ${maxDepth} deep.`)
  }
  try {
    return JSON.parse(withoutMark(body.toString('utf8'))) as Value
  } catch {
    throw refuse('Unable to decode input')
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

const quote = 0x22
const backslash = 0x5c

/** The deepest nesting, counted over bytes: UTF-8 has no bracket or quote inside another character. */
function depthOf(body: Buffer): number {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let i = 0; i < body.length; i++) {
    const byte = body[i]!
    if (inText) {
      if (byte === backslash) i++
      else if (byte === quote) inText = false
    } else if (byte === quote) inText = true
    // { and [ differ from } and ] in bits that 0x20 leaves alone.
    else if ((byte | 0x20) === 0x7b) deepest = Math.max(deepest, ++depth)
    else if ((byte | 0x20) === 0x7d) depth--
  }
  return deepest
}

function refuse(message: string): StackError {
  return new StackError('badrequest', 'bad_json', message, { payload: '' })
}
