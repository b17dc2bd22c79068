import { abbreviation, isSummerTime } from './zone-labels.ts'
import {
  daysInMonth,
  dayOfYear,
  hour,
  isLeapYear,
  isoWeek,
  localToCivil,
  second,
  weekdayOf,
  type Civil,
} from './civil.ts'
import { monthNames, weekdayNames } from './names.ts'
import { offsetLabel, requireZone, utcToLocal, type Zone } from './zone.ts'

/** A moment as the codes see it. */
interface Moment {
  utc: number
  civil: Civil
  zone: Zone
  offset: number
}

const two = (value: number) => String(value).padStart(2, '0')
const hour12 = (moment: Moment) => moment.civil.hour % 12 || 12
const weekday = (moment: Moment) => weekdayOf(moment.civil)
const name = (names: readonly string[], index: number) => names[index] ?? ''

/** PHP's date codes. */
const codes: Readonly<Record<string, (moment: Moment) => string | number>> = {
  d: ({ civil }) => two(civil.day),
  D: (moment) => name(weekdayNames, weekday(moment)).slice(0, 3),
  j: ({ civil }) => civil.day,
  l: (moment) => name(weekdayNames, weekday(moment)),
  N: (moment) => weekday(moment) || 7,
  S: ({ civil }) => ordinalSuffix(civil.day),
  w: weekday,
  z: ({ civil }) => dayOfYear(civil),
  W: ({ civil }) => two(isoWeek(civil).week),
  o: ({ civil }) => isoWeek(civil).year,
  F: ({ civil }) => name(monthNames, civil.month - 1),
  m: ({ civil }) => two(civil.month),
  M: ({ civil }) => name(monthNames, civil.month - 1).slice(0, 3),
  n: ({ civil }) => civil.month,
  t: ({ civil }) => daysInMonth(civil.year, civil.month),
  L: ({ civil }) => (isLeapYear(civil.year) ? 1 : 0),
  Y: ({ civil }) => fourDigits(civil.year),
  y: ({ civil }) => two(((civil.year % 100) + 100) % 100),
  X: ({ civil }) => (civil.year < 0 ? '' : '+') + fourDigits(civil.year),
  x: ({ civil }) => (civil.year > 9999 ? '+' : '') + fourDigits(civil.year),
  a: ({ civil }) => (civil.hour < 12 ? 'am' : 'pm'),
  A: ({ civil }) => (civil.hour < 12 ? 'AM' : 'PM'),
  B: ({ utc }) => String(swatchBeat(utc)).padStart(3, '0'),
  g: hour12,
  G: ({ civil }) => civil.hour,
  h: (moment) => two(hour12(moment)),
  H: ({ civil }) => two(civil.hour),
  i: ({ civil }) => two(civil.minute),
  s: ({ civil }) => two(civil.second),
  u: ({ civil }) => String(civil.millisecond * 1000).padStart(6, '0'),
  v: ({ civil }) => String(civil.millisecond).padStart(3, '0'),
  e: ({ zone }) => zone.name,
  I: ({ utc, zone }) => (isSummerTime(utc, zone) ? 1 : 0),
  O: ({ offset }) => offsetLabel(offset, ''),
  P: ({ offset }) => offsetLabel(offset),
  p: (moment) => (isUtc(moment) ? 'Z' : offsetLabel(moment.offset)),
  T: ({ utc, zone }) => abbreviation(utc, zone),
  Z: ({ offset }) => Math.trunc(offset / second),
  c: (moment) => write('Y-m-d\\TH:i:sP', moment),
  r: (moment) => write('D, d M Y H:i:s O', moment),
  U: ({ utc }) => Math.floor(utc / second),
}

/**
 * A moment as text, by PHP's date codes (`Y-m-d H:i:s`); a backslash keeps the next character as it is. `timeZone` ""
 * is UTC; an unknown one is an error. A moment no date can hold is "".
 */
export function formatTimestamp(milliseconds: number, format: string, timeZone: string): string {
  const zone = requireZone(timeZone)
  const utc = Math.floor(milliseconds)
  if (Number.isNaN(new Date(utc).getTime())) return ''
  return write(format, { utc, zone, offset: zone.offsetAt(utc), civil: localToCivil(utcToLocal(utc, zone)) })
}

function write(format: string, moment: Moment): string {
  let text = ''
  for (let at = 0; at < format.length; at += 1) {
    const code = format.charAt(at)
    if (code === '\\') {
      at += 1
      text += format.charAt(at)
      continue
    }
    const print = Object.hasOwn(codes, code) ? codes[code] : undefined
    text += print ? print(moment) : code
  }
  return text
}

/** Only a clock of UTC itself: that of London in winter shows the same, and is none. */
function isUtc({ utc, zone, offset }: Moment): boolean {
  return offset === 0 && ['UTC', 'Z', 'GMT+0000'].includes(abbreviation(utc, zone))
}

function ordinalSuffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th'
}

function fourDigits(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

/** Swatch Internet time: thousandths of a day in Biel (UTC+1, no summer time). */
function swatchBeat(utc: number): number {
  const seconds = Math.floor((utc + hour) / second)
  return Math.floor((((seconds % 86400) + 86400) % 86400) / 86.4)
}
