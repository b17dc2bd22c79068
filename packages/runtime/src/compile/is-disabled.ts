import { attribute, type Statement } from '@cairn/language'

/** Whether a statement is left out: written with a leading `!`, or with `disabled = true`. */
export function isDisabled(statement: Statement): boolean {
  if (statement.disabled) return true
  const disabled = attribute(statement.body, 'disabled')?.value
  return disabled?.kind === 'boolean' && disabled.value
}
