import type { Filter, FilterDefinition } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { within } from '../limits.ts'

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
  '\0': '\\0',
}
const characters = new Map(Object.entries(escapes).map(([character, escaped]) => [escaped.slice(1), character]))

/** Escape sequences for characters that a quoted text can not hold as they are, and back. */
export const escape: readonly Filter[] = [
  {
    definition: define('escape', 'text_escape', 'The text with quotes, backslashes and control characters escaped.', [
      { expression: '"line 1\\nline 2\\t\\"end\\""|escape', expect: 'line 1\\nline 2\\t\\"end\\"' },
      { expression: `"it's"|escape`, expect: "it's" },
    ]),
    evaluate: (value, _, context) =>
      within(
        toText(value).replaceAll(/["\\\n\r\t\b\f\v\0]/g, (character) => escapes[character] as string),
        context,
      ),
  },
  {
    definition: define(
      'unescape',
      'text_unescape',
      'The text with escape sequences such as \\n turned into characters.',
      [
        { expression: '"a\\\\tb \\\\\\"c\\\\\\""|unescape', expect: 'a\tb "c"' },
        { expression: '"caf\\\\u00e9 \\\\q"|unescape', expect: 'café \\q' },
      ],
    ),
    evaluate: (value, _, context) => unescape(within(toText(value), context)),
  },
  {
    definition: define('addslashes', null, 'The text with a backslash before quotes, backslashes and NUL.', [
      { expression: `"Say \\"hi\\""|addslashes`, expect: 'Say \\"hi\\"' },
      { expression: `"it's"|addslashes`, expect: "it\\'s" },
    ]),
    evaluate: (value, _, context) =>
      within(
        toText(value).replaceAll(/['"\\\0]/g, (character) => (character === '\0' ? '\\0' : `\\${character}`)),
        context,
      ),
  },
]

function unescape(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(["'\\nrtbfv0]))/g, (_, code: string | undefined, mark: string) =>
    code === undefined ? (characters.get(mark) ?? mark) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function define(
  name: string,
  alias: string | null,
  help: string,
  examples: FilterDefinition['examples'],
): FilterDefinition {
  const aliases = alias === null ? [] : [alias]
  return { name, aliases, category: 'text', help, input: 'text', params: [], result: 'text', examples }
}
