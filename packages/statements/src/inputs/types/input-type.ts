import type { Value } from '../../values/value.ts'

/** What a reader may know of time. */
export interface InputTime {
  /** Epoch milliseconds. */
  now: number
  /** Epoch milliseconds of a phrase (`next friday`) or of ISO text; null when it is none. */
  parse(text: string, now: number): number | null
}

/** A value that is there: null, and text without characters where it means nothing, never get this far. */
export type Given = Exclude<Value, null>

/** How one type of input is read. */
export interface InputType {
  /** The value in its type's form; throws a Refusal. */
  convert(value: Given, time: InputTime): Value
  /** What must hold after the rules have trimmed and lowered it; throws a Refusal. */
  check?(value: Given): void
  /** Whether "" is a value of this type. Where it is not, "" (an empty form field, `?page=`) is the same as nothing. */
  holdsEmptyText: boolean
}
