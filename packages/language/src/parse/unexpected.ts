import type { Cursor } from './cursor.ts'

/** What people write from other languages, and what to write here. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['=', 'Did you mean `==`?'],
  ['and', 'Did you mean `&&`?'],
  ['or', 'Did you mean `||`?'],
  ['is', 'Did you mean `==`?'],
  ['&', 'Did you mean `&&`?'],
  [';', 'A line needs no `;` at its end.'],
  ['|', 'Did you mean `||`?'],
])

/** Gives up on the present token, which should have been the end of `what`. */
export function failUnexpected(cursor: Cursor, what: string): never {
  const message = `Unexpected ${cursor.describe()} behind ${what}.`
  cursor.fail('unexpected_text', message, HINTS.get(cursor.token.text))
}
