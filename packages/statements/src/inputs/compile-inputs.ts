import type { InputTime } from './types/input-type.ts'
import type { Expression, FieldDefinition, TableObject } from '@cairn/language'
import { StackError } from '../values/error.ts'
import type { ValueObject } from '../values/kinds.ts'
import type { Value } from '../values/value.ts'
import { membersReader, type Caller } from './field-reader.ts'
import { Refusal } from './refusal.ts'
import { parseIsoTime } from './types/times.ts'

/** What inputs need of the workspace they stand in. */
export interface InputLookup {
  /** For database links. */
  table(name: string): TableObject | undefined
  /** The value of a default; `now` in it is epoch milliseconds. */
  evaluateDefault(expression: Expression, now: number): Value
  /** Epoch milliseconds of a phrase like `next friday`, null for any other text. Without it only ISO times are read. */
  parseTimestamp?(text: string, now: number): number | null
}

/**
 * The declared inputs out of what was sent; what is not declared is left out. Throws a StackError `inputerror` (400)
 * whose `payload.param` is the first input that does not fit.
 */
export type InputValidator = (raw: ValueObject, context: { now: number }) => ValueObject

/**
 * Prepares the inputs of a stack once; the validator it returns walks no definition. A database link to a table that is
 * not there makes each call fail, not the preparation.
 */
export function compileInputs(
  fields: readonly FieldDefinition[],
  lookup: InputLookup,
  caller: Caller = 'request',
): InputValidator {
  const parse = (text: string, now: number): number | null =>
    parseIsoTime(text) ?? lookup.parseTimestamp?.(text, now) ?? null
  const read = prepare(fields, lookup, caller)
  return (raw, context) => {
    try {
      return read(raw, new AskedTime(context, parse))
    } catch (error) {
      throw error instanceof Refusal ? error.toStackError() : error
    }
  }
}

/** The clock, asked once, and only by a field that has to know: few do. */
class AskedTime implements InputTime {
  readonly parse: InputTime['parse']
  private readonly context: { now: number }
  private asked: number | null = null

  constructor(context: { now: number }, parse: InputTime['parse']) {
    this.context = context
    this.parse = parse
  }

  get now(): number {
    this.asked ??= this.context.now
    return this.asked
  }
}

function prepare(
  fields: readonly FieldDefinition[],
  lookup: InputLookup,
  caller: Caller,
): ReturnType<typeof membersReader> {
  try {
    return membersReader(fields, {
      caller,
      table: (name) => lookup.table(name),
      evaluateDefault: (expression, now) => lookup.evaluateDefault(expression, now),
    })
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    // Each caller gets an error of its own: the runtime writes the statement's address into it.
    return () => {
      throw new StackError(error.type, error.reason, error.message, { hint: error.hint ?? '' })
    }
  }
}
