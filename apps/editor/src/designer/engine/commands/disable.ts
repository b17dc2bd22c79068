import { statementAt } from '@cairn/language'
import type { Command } from '../command.ts'

/** Disables statements, or enables them when all of them are disabled. */
export function toggleDisabled(addresses: readonly string[]): Command {
  return (object) => {
    const chosen = addresses.flatMap((address) => statementAt(object.body, address) ?? [])
    const disabled = chosen.some((statement) => !statement.disabled)
    for (const statement of chosen) statement.disabled = disabled
    return [...addresses]
  }
}
