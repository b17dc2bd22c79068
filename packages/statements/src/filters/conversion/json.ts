import type { Filter, FilterContext, Paced } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import { FileResource, ValueStream, type Value } from '../../values/value.ts'
import { toText } from '../../values/convert.ts'
import { checkWhole } from '../../values/visits.ts'
import { within } from '../limits.ts'
import { Cuts, isLongToRead, isLongToWrite, readPaced, writePaced } from './json-paced.ts'
import { checkJsonShape, jsonShape } from './json-shape.ts'

export const json: readonly Filter[] = [
  {
    definition: {
      name: 'json_encode',
      category: 'conversion',
      help: 'The value as JSON text. Slashes and letters such as é stay as they are.',
      input: 'any',
      params: [],
      result: 'text',
      examples: [
        { expression: '{a: 1, b: [true, null, "x"]}|json_encode', expect: '{"a":1,"b":[true,null,"x"]}' },
        { expression: '"é/\\"q\\""|json_encode', expect: '"é/\\"q\\""' },
        { expression: '1.5|json_encode', expect: '1.5' },
        { expression: '[]|json_encode', expect: '[]' },
      ],
    },
    evaluate: (value, _, context) => within(encodeJson(value), context),
    outlasts: isLongToWrite,
    paced: (value, _, context) => (isLongToWrite(value) ? encodePaced(value, context) : null),
  },
  {
    definition: {
      name: 'json_decode',
      category: 'conversion',
      help: 'The value that JSON text spells.',
      input: 'text',
      params: [],
      result: 'any',
      examples: [
        { expression: `'{"a": [1, 2.5, "x"], "b": null}'|json_decode`, expect: { a: [1, 2.5, 'x'], b: null } },
        { expression: `' "caf\\\\u00e9" '|json_decode`, expect: 'café' },
        { expression: '"12"|json_decode', expect: 12 },
        { expression: 'null|json_decode', expect: null },
      ],
    },
    evaluate: (value, _, context) => {
      if (value === null) return null
      const text = within(toText(value), context)
      checkJsonShape(text, context)
      return parseJson(text)
    },
    outlasts: (value) => typeof value === 'string' && isLongToRead(value),
    paced: (value, _, context) =>
      typeof value === 'string' && isLongToRead(value) ? decodePaced(within(value, context), context) : null,
  },
]

function* decodePaced(text: string, context: FilterContext): Paced<Value> {
  const cuts = new Cuts()
  yield* jsonShape(text, context, cuts)
  return yield* readPaced(text, cuts.positions, parseJson)
}

function parseJson(text: string): Value {
  try {
    return JSON.parse(text) as Value
  } catch (error) {
    throw new StackError('standard', 'bad_json', 'Error parsing JSON: Syntax error.', {
      hint: `Not JSON: ${(error as Error).message.slice(0, 160)}`,
    })
  }
}

function encodeJson(value: Value): string {
  try {
    checkWhole(value)
    return JSON.stringify(value, plain)
  } catch (error) {
    throw encodingError(error)
  }
}

function* encodePaced(value: Value, context: FilterContext): Paced<Value> {
  try {
    checkWhole(value)
    return yield* writePaced(value, (part) => JSON.stringify(part, plain), context)
  } catch (error) {
    throw encodingError(error)
  }
}

function encodingError(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error
  return new StackError('standard', 'too_deep', 'The value is too large or nests too deep to be JSON text.', {
    hint: 'Encode its parts one by one.',
  })
}

/** A file is what can be said of it; its bytes are no JSON. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof FileResource) return { name: value.name, type: value.mime, size: value.size }
  return value instanceof ValueStream ? null : value
}
