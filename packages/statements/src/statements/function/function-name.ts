import type { Statement } from '@cairn/language'

/** The name behind `function.run`, or null when there is none. */
export function functionName(statement: Statement): string | null {
  const { target } = statement
  return target?.kind === 'text' || target?.kind === 'word' ? target.value : null
}
