import { invalidArgument } from '../../../define/read-argument.ts'
import { StackError } from '../../../values/error.ts'
import type { Value } from '../../../values/value.ts'

export type Header = [name: string, value: string]

const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*?)[ \t]*$/

/** Headers written as "Name: value". Empty ones are left out, so that one may depend on a condition. */
export function headersOf(value: Value): Header[] {
  if (value === null || value === '') return []
  if (!Array.isArray(value)) throw invalidArgument('headers', 'an array of "Name: value"', value)
  return value.filter((line) => line !== null && line !== '').map(headerOf)
}

/** The value of the last header of that name, whatever its case; null without one. */
export function headerValue(headers: readonly Header[], name: string): string | null {
  return headers.findLast(([other]) => other.toLowerCase() === name)?.[1] ?? null
}

/** The headers with one of them set. */
export function withHeader(headers: readonly Header[], name: string, value: string): Header[] {
  return [...headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase()), [name, value]]
}

/** Never shows the header itself: it may hold a secret. */
function headerOf(line: Value, index: number): Header {
  const [, name, value] = typeof line === 'string' ? (headerLine.exec(line) ?? []) : []
  if (name !== undefined && value !== undefined) return [name, value]
  throw new StackError('standard', 'invalid_header', `Header ${index + 1} is not written as "Name: value".`, {
    hint: 'A header is one line of text.',
  })
}
