import type { Finding } from '../diagnostic.ts'
import { attribute } from '../lookup.ts'
import type { Attribute, Body, Expression, Statement } from '../tree.ts'
import { isRecord, type Literal, literalValue } from './literal-value.ts'

export type LiteralRecord = { [key: string]: Literal }

/** Reads the attributes of one body as plain values. A value of another type is a finding and counts as absent. */
export class AttributeReader {
  readonly #body: Body | null
  readonly #findings: Finding[]

  constructor(body: Body | null, findings: Finding[]) {
    this.#body = body
    this.#findings = findings
  }

  text(name: string, fallback = ''): string {
    return this.textOrNull(name) ?? fallback
  }

  /** Text; null where the attribute is absent, `null`, `false` or empty. */
  textOrNull(name: string): string | null {
    const value = this.#literal(name, 'text', (literal) => isScalar(literal))
    if (typeof value !== 'string' && typeof value !== 'number') return null
    return value === '' ? null : String(value)
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.#literal(name, 'true or false', isFlag)
    return value === undefined ? fallback : value === true || value === 'true'
  }

  number(name: string): number | null {
    const value = this.#literal(name, 'a number', (literal) => typeof literal === 'number')
    return typeof value === 'number' ? value : null
  }

  textList(name: string): string[] {
    return textsOf(this.list(name))
  }

  list(name: string): Literal[] {
    const value = this.#literal(name, 'a list', Array.isArray)
    return Array.isArray(value) ? value : []
  }

  record(name: string): LiteralRecord | null {
    const value = this.#literal(name, 'an object', isRecord)
    return isRecord(value) ? value : null
  }

  /** One of the words given; anything else is a finding and counts as the first. */
  choice<const T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
    const value = this.#literal(name, `one of ${allowed.join(', ')}`, (literal) => allowed.includes(literal as T))
    return allowed.find((word) => word === value) ?? allowed[0]
  }

  expression(name: string): Expression | null {
    return attribute(this.#body, name)?.value ?? null
  }

  report(code: string, node: { start: number; end: number }, message: string, hint?: string): void {
    const { start, end } = node
    this.#findings.push({ severity: 'error', code, message, start, end, ...(hint === undefined ? {} : { hint }) })
  }

  #literal(name: string, wanted: string, fits: (literal: Literal) => boolean): Literal | undefined {
    const found = attribute(this.#body, name)
    if (found === null || found.value.kind === 'invalid') return undefined
    const { known, value } = literalValue(found.value)
    if (known && fits(value)) return value
    if (!known || value !== null) this.#reportType(found, wanted)
    return undefined
  }

  #reportType(found: Attribute, wanted: string): void {
    this.report('attribute_type', found.value, `\`${found.name}\` takes ${wanted}.`, 'Write the value itself.')
  }
}

function isScalar(literal: Literal): boolean {
  return typeof literal === 'string' || typeof literal === 'number' || literal === false
}

function isFlag(literal: Literal): boolean {
  return typeof literal === 'boolean' || literal === 'true' || literal === 'false'
}

/** The texts of a list; numbers count as their text, the rest is left out. */
export function textsOf(list: Literal | undefined): string[] {
  if (!Array.isArray(list)) return []
  return list.filter((item) => typeof item === 'string' || typeof item === 'number').map(String)
}

/** What every object has: its name, description, tags and guid. */
export function readBase(statement: Statement, reader: AttributeReader) {
  return {
    statement,
    name: readName(statement, reader),
    description: reader.text('description'),
    tags: reader.textList('tags'),
    guid: reader.textOrNull('guid'),
  }
}

function readName(statement: Statement, reader: AttributeReader): string {
  const { target, nameSpan, name } = statement
  if (target?.kind === 'text' || target?.kind === 'word') return target.value
  if (target?.kind === 'number') return target.raw
  if (target?.kind !== 'invalid') {
    reader.report('missing_name', target ?? nameSpan, `This ${name} has no name.`, `Write \`${name} "name" {\`.`)
  }
  return ''
}
