import { StackError, type Value } from '@cairn/statements'
import { quoteName } from '../catalogue/identifier.ts'

/** What of SQL holds marks that are none: texts, quoted names, dollar-quoted texts, comments; or a mark. */
const tokens =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|\?:alias|\?:raw|\?/g

const rawText = /^[A-Za-z0-9_., ]*$/

/**
 * Replaces the marks of a direct query, in order: `?` becomes a parameter, `?:alias` a quoted name, `?:raw` the argument
 * as it is, which must then be no more than words, numbers, dots and commas.
 */
export function bindMarks(sql: string, args: readonly Value[]): { text: string; values: Value[] } {
  const values: Value[] = []
  let next = 0
  const text = sql.replace(tokens, (token) => {
    if (!token.startsWith('?')) return token
    if (next >= args.length) {
      throw new StackError('badrequest', 'missing_argument', 'The query has more ? marks than arguments.')
    }
    const value = args[next]!
    next += 1
    if (token === '?') {
      values.push(value)
      return `$${values.length}`
    }
    const written = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    if (token === '?:alias') return aliasFrom(written)
    if (!rawText.test(written)) {
      throw new StackError(
        'badrequest',
        'invalid_value',
        'An argument for ?:raw may hold words, numbers, dots and commas.',
      )
    }
    return written
  })
  return { text, values }
}

function aliasFrom(name: string): string {
  if (name !== '' && !name.includes('\0')) return quoteName(name)
  throw new StackError('badrequest', 'invalid_value', 'An argument for ?:alias must be a name.')
}
