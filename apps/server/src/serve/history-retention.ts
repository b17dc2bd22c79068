import type { Retention } from '@cairn/workspace'
import { StartError } from './start-error.ts'

const MEGABYTE = 1024 * 1024

/**
 * How long and how much request history is kept: `CAIRN_HISTORY_DAYS` (7) and `CAIRN_HISTORY_MB` (1024), whichever ends
 * first. Null, for none, where either is 0. Throws a StartError for what is no whole number.
 */
export function historyRetention(env: Readonly<Record<string, string | undefined>>): Retention | null {
  const days = wholeNumber('CAIRN_HISTORY_DAYS', env['CAIRN_HISTORY_DAYS'] || '7')
  const megabytes = wholeNumber('CAIRN_HISTORY_MB', env['CAIRN_HISTORY_MB'] || '1024')
  return days === 0 || megabytes === 0 ? null : { days, bytes: megabytes * MEGABYTE }
}

function wholeNumber(name: string, value: string): number {
  if (/^\d{1,7}$/.test(value)) return Number(value)
  throw new StartError(`${name} must be a whole number, not "${value}".`)
}
