/** What a zone is called at a moment, and whether it is on summer time. */
import { localToCivil, civilToLocal } from './civil.ts'
import { offsetLabel, utcToLocal, type Zone } from './zone.ts'

/** English has a zone's usual abbreviation only where it is in use: each locale is asked in turn. */
const locales = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA'] as const
const offsetLike = /^(?:GMT|UTC)[+-]/

/** `EST`, `CEST`; `+03` where nothing is in use. */
export function abbreviation(utc: number, zone: Zone): string {
  if (zone.fixed) return zone.name
  for (const locale of locales) {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone.name, timeZoneName: 'short' })
    const label = format.formatToParts(utc).find((part) => part.type === 'timeZoneName')?.value ?? ''
    if (label !== '' && !offsetLike.test(label)) return label
  }
  return offsetLabel(zone.offsetAt(utc)).replace(':00', '')
}

/** Whether the clock is ahead of the zone's smaller offset of that year. */
export function isSummerTime(utc: number, zone: Zone): boolean {
  const { year } = localToCivil(utcToLocal(utc, zone))
  const offsetIn = (month: number) =>
    zone.offsetAt(civilToLocal({ year, month, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }))
  return zone.offsetAt(utc) > Math.min(offsetIn(1), offsetIn(7))
}
