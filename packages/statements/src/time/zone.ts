/**
 * Time zones. Rules come from Intl, so they are those of the Node release; nothing is read from the machine. A zone is a
 * name of the IANA database, an offset such as `+05:30`, or a usual abbreviation.
 */
import { StackError } from '../values/error.ts'
import { abbreviations } from './abbreviations.ts'
import { civilToLocal, day, hour, minute, second, type Civil } from './civil.ts'

export interface Zone {
  /** As it was asked for, or `+05:30`. */
  name: string
  /** One offset at all times. */
  fixed: boolean
  /** Milliseconds to add to UTC at that moment. */
  offsetAt(utc: number): number
}

const offsetText = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?([0-5]\d)(?::?([0-5]\d))?)?$/i
const zones = new Map<string, Zone>()
/** There are some 600 names; texts that differ in case count apart. */
const mostZones = 2000

const utcZone: Zone = { name: 'UTC', fixed: true, offsetAt: () => 0 }

/** The zone a text names ("" is UTC), or null. Letter case does not matter. */
export function findZone(text: string): Zone | null {
  const name = text.trim()
  const known = zones.get(name)
  if (known) return known
  const key = name.toLowerCase()
  if (key === '' || key === 'utc' || key === 'z') return utcZone
  const fixed = fixedZone(key)
  if (fixed) return fixed
  const zone = namedZone(name)
  if (!zone) return null
  if (zones.size >= mostZones) zones.clear()
  zones.set(name, zone)
  return zone
}

/** The zone a text names; any other text is an error. */
export function requireZone(name: string): Zone {
  const zone = findZone(name)
  if (zone) return zone
  throw new StackError('standard', 'unknown_time_zone', `Unknown time zone: ${name.slice(0, 60)}`, {
    hint: 'Use a name such as "America/New_York", "UTC", or an offset such as "+02:00".',
  })
}

/** Local milliseconds of a moment. */
export function utcToLocal(utc: number, zone: Zone): number {
  return utc + zone.offsetAt(utc)
}

/**
 * The moment a wall clock shows that time. One that is shown twice means the first; one that is skipped counts on with
 * the offset from before the change, as in PHP.
 */
export function localToUtc(local: number, zone: Zone): number {
  const before = zone.offsetAt(local - day)
  if (zone.offsetAt(local - before) === before) return local - before
  const after = zone.offsetAt(local + day)
  return zone.offsetAt(local - after) === after ? local - after : local - before
}

/** `+05:30`; with `separator` "" `+0530`. Seconds of old local times are cut off. */
export function offsetLabel(offset: number, separator = ':'): string {
  const minutes = Math.floor(Math.abs(offset) / minute)
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${hours}${separator}${String(minutes % 60).padStart(2, '0')}`
}

function fixedZone(key: string): Zone | null {
  const match = offsetText.exec(key)
  const abbreviated = abbreviations.get(key)
  if (!match) return abbreviated === undefined ? null : fixedOffset(key.toUpperCase(), abbreviated * hour)
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match
  const offset = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second
  const signed = sign === '-' ? -offset : offset
  return fixedOffset(offsetLabel(signed), signed)
}

function fixedOffset(name: string, offset: number): Zone {
  return { name, fixed: true, offsetAt: () => offset }
}

function namedZone(name: string): Zone | null {
  const format = zoneFormat(name)
  if (!format) return null
  // Offsets only ever change on a quarter of an hour.
  let quarter = Number.NaN
  let offset = 0
  return {
    name,
    fixed: false,
    offsetAt(utc) {
      const at = Math.floor(utc / (15 * minute))
      if (at === quarter) return offset
      offset = readOffset(format, utc)
      quarter = at
      return offset
    },
  }
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return null
  }
}

function readOffset(format: Intl.DateTimeFormat, utc: number): number {
  if (Number.isNaN(new Date(utc).getTime())) return 0
  const fields: Record<string, string> = {}
  for (const part of format.formatToParts(utc)) fields[part.type] = part.value
  const field = (name: string) => Number(fields[name])
  const year = fields['era'] === 'BC' ? 1 - field('year') : field('year')
  const civil: Civil = {
    year,
    month: field('month'),
    day: field('day'),
    hour: field('hour'),
    minute: field('minute'),
    second: field('second'),
    millisecond: 0,
  }
  return civilToLocal(civil) - Math.floor(utc / second) * second
}
