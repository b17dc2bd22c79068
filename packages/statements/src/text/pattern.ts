/**
 * Regular expressions as stacks write them, `/…/flags` or bare, in an engine whose time is linear in the text (RE2), so
 * that no pattern can hang a request. RE2 has no backreferences and no lookaround.
 */
import { RE2JS, RE2JSException } from 're2js'
import { StackError } from '../values/error.ts'

export interface Pattern {
  /** Whether it matches anywhere in the text. */
  test(text: string): boolean
  compiled: RE2JS
}

const flagValues: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
  /** Patterns are Unicode as they are. */
  u: 0,
}
const longestPattern = 10_000
const rememberedPatterns = 500
const remembered = new Map<string, Pattern>()

/** The pattern of a text; a StackError `bad_pattern` says what is wrong with one that cannot be. */
export function compilePattern(source: string): Pattern {
  const known = remembered.get(source)
  if (known) return known
  if (source.length > longestPattern) throw badPattern(source, `it is longer than ${longestPattern} characters`)
  const { body, flags } = splitDelimiters(source)
  const compiled = compile(source, flags.includes('x') ? dropLayout(body) : body, flagBits(source, flags))
  const pattern: Pattern = { compiled, test: (text) => compiled.test(text) }
  if (remembered.size >= rememberedPatterns) remembered.clear()
  remembered.set(source, pattern)
  return pattern
}

/** Text between `/`, `#`, `~`, `@`, `!` or `%` is delimited; only behind `/` may an unknown flag stand, and be an error. */
function splitDelimiters(source: string): { body: string; flags: string } {
  const open = source[0] ?? ''
  const end = source.lastIndexOf(open)
  const flags = source.slice(end + 1)
  const known = open === '/' ? /^[a-zA-Z]*$/ : /^[imsxu]*$/
  if (end <= 0 || !'/#~@!%'.includes(open) || !known.test(flags)) return { body: source, flags: '' }
  return { body: source.slice(1, end), flags }
}

function flagBits(source: string, flags: string): number {
  let bits = 0
  for (const flag of flags.replaceAll('x', '')) {
    const value = Object.hasOwn(flagValues, flag) ? flagValues[flag] : undefined
    if (value === undefined) throw badPattern(source, `"${flag}" is none of the flags i, m, s, x, u`)
    bits |= value
  }
  return bits
}

/** Flag `x`: spaces and `# comments` outside of `[…]` mean nothing. */
function dropLayout(body: string): string {
  return body.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]|\s+|#[^\n]*/gs, (part) => (/^[\s#]/.test(part) ? '' : part))
}

function compile(source: string, body: string, bits: number): RE2JS {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(body), bits)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    throw badPattern(source, error.message)
  }
}

function badPattern(source: string, reason: string): StackError {
  return new StackError('standard', 'bad_pattern', `Invalid regular expression "${source.slice(0, 80)}": ${reason}.`, {
    hint: 'Lookaround such as (?=…) and backreferences such as \\1 are not supported.',
  })
}
