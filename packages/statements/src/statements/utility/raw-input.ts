import { choice, optional } from '../../define/parameters.ts'
import { readBoolean, readChoice } from '../../define/read-argument.ts'
import type { Parameter, Run } from '../../define/types.ts'
import { bytesToText } from '../../values/bytes.ts'
import { isEmpty } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'

const encodings = ['json', 'x-www-form-urlencoded', 'none'] as const

/** How input is read that no input block checked. */
export const rawInputArgs: Readonly<Record<string, Parameter>> = {
  encoding: choice(encodings, 'Encoding', 'none gives the body as text, as it came.'),
  exclude_middleware: optional(
    'bool',
    'Without middleware',
    'As it was sent, without what middleware before the stack made of it.',
    false,
  ),
}

/** What came with the request before any of it was checked: query and body by name, or the body as text. */
export const readRawInput: Run = (args, { request: { rawInput: sent, changedInput = sent, rawBody } }) => {
  const rawInput = readBoolean(args, 'exclude_middleware') ? sent : changedInput
  const encoding = readChoice(args, 'encoding', encodings)
  if (encoding === 'none') return rawBody === null ? '' : bytesToText(rawBody)
  if (encoding === 'json' && isEmpty(rawInput) && rawBody !== null) return parse(rawBody) ?? rawInput
  return rawInput
}

/** A body that is JSON, though the request did not say so. */
function parse(body: Uint8Array): Value {
  try {
    return JSON.parse(bytesToText(body)) as Value
  } catch {
    return null
  }
}
