import { checkWhole } from '../../values/visits.ts'
import { parseDocument, stringify } from 'yaml'
import type { Filter } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import { isContainer } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'
import { within } from '../limits.ts'

/** Longer texts would hold up all requests. */
const longest = 100_000
const deepest = 200
/** How often anchors may be used, all their copies counted. */
const mostAliases = 100

export const yaml: readonly Filter[] = [
  {
    definition: {
      name: 'yaml_decode',
      category: 'conversion',
      help: 'The value that YAML text spells.',
      input: 'text',
      params: [],
      result: 'any',
      examples: [
        { expression: `'a: 1\\nb: [x, true, null]'|yaml_decode`, expect: { a: 1, b: ['x', true, null] } },
        { expression: `'- x: &n 5\\n- y: *n'|yaml_decode`, expect: [{ x: 5 }, { y: 5 }] },
        { expression: '""|yaml_decode', expect: null },
      ],
    },
    evaluate: (value, _, context) => decode(within(toText(value), context)),
  },
  {
    definition: {
      name: 'yaml_encode',
      category: 'conversion',
      help: 'The value as YAML text.',
      input: 'any',
      params: [],
      result: 'text',
      examples: [
        { expression: '{a: 1, b: ["x", "true"]}|yaml_encode', expect: 'a: 1\nb:\n  - x\n  - "true"\n' },
        { expression: '"text"|yaml_encode', expect: 'text\n' },
      ],
    },
    evaluate: (value, _, context) => within(encode(value), context),
  },
]

function decode(text: string): Value {
  if (text.length > longest) throw refuse('text_too_long', `The YAML text is longer than ${longest} characters.`)
  if (nestsTooDeep(text)) throw refuse('too_deep', `The YAML text nests deeper than ${deepest} levels.`)
  const value = parse(text)
  if (isDeeper(value, deepest)) throw refuse('too_deep', `The YAML text nests deeper than ${deepest} levels.`)
  return value
}

function parse(text: string): Value {
  try {
    const document = parseDocument(text, { schema: 'core', logLevel: 'silent', prettyErrors: false, uniqueKeys: false })
    if (document.errors[0]) throw document.errors[0]
    return (document.toJS({ maxAliasCount: mostAliases }) ?? null) as Value
  } catch (error) {
    if (error instanceof RangeError) throw refuse('too_deep', 'The YAML text nests too deep.')
    throw refuse('bad_yaml', `The text is not YAML: ${(error as Error).message.split('\n', 1)[0]}`)
  }
}

/** Members of what is written as YAML, which is slow. */
const mostWritten = 50_000

function encode(value: Value): string {
  try {
    checkWhole(value, mostWritten)
    return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 })
  } catch (error) {
    if (error instanceof RangeError)
      throw refuse('too_deep', 'The value is too large or nests too deep to be YAML text.')
    throw error
  }
}

/** Whether brackets, or dashes on one line, nest beyond what the parser should be asked to read. */
function nestsTooDeep(text: string): boolean {
  let depth = 0
  for (const [mark] of text.matchAll(/[[{\]}]|(?:[-?:][ \t]+){200}/g)) {
    if (mark.length > 1) return true
    depth = mark === '[' || mark === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepest) return true
  }
  return false
}

function isDeeper(value: Value, levels: number): boolean {
  if (!isContainer(value)) return false
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1))
}

function refuse(reason: string, message: string): StackError {
  return new StackError('standard', reason, message, { hint: 'Decode or encode a smaller part of it.' })
}
