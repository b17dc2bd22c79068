import { civilToLocal, localToCivil, weekdayOf, hour, minute, second, type Civil } from '../civil.ts'
import { localToUtc, utcToLocal, type Zone } from '../zone.ts'
import type { Phrase } from './phrase.ts'

/** The moment a phrase means for somebody in `zone` at `now`; null when it lies outside what a date can hold. */
export function resolve(phrase: Phrase, now: number, zone: Zone): number | null {
  const { move } = phrase
  const elapsed = move.hour * hour + move.minute * minute + move.second * second + move.millisecond
  const start = phrase.epoch === null ? fill(phrase, now, zone) : localToCivil(phrase.epoch)
  const own = phrase.epoch === null ? (phrase.zone ?? zone) : null
  const local = civilToLocal(moved(phrase, start))
  const result = (own ? momentOf(local, own, phrase, now) : local) + elapsed
  return Number.isNaN(new Date(result).getTime()) ? null : result
}

/** A clock that was not moved shows now, also when it shows that time for the second time that day. */
function momentOf(local: number, zone: Zone, phrase: Phrase, now: number): number {
  const untouched = !phrase.hasDate && phrase.hour === null && phrase.zone === null
  return untouched && local === utcToLocal(now, zone) ? now : localToUtc(local, zone)
}

/** Fields that the phrase left open come from now; the time of a phrase with a date but no time is midnight. */
function fill(phrase: Phrase, now: number, zone: Zone): Civil {
  const current = localToCivil(utcToLocal(now, zone))
  const midnight = phrase.hasDate && !phrase.hasTime
  const timeField = (name: 'hour' | 'minute' | 'second' | 'millisecond') =>
    midnight ? 0 : (phrase[name] ?? current[name])
  return {
    year: phrase.year ?? current.year,
    month: phrase.month ?? current.month,
    day: phrase.day ?? current.day,
    hour: timeField('hour'),
    minute: timeField('minute'),
    second: timeField('second'),
    millisecond: timeField('millisecond'),
  }
}

function moved(phrase: Phrase, start: Civil): Civil {
  const { move } = phrase
  let civil = { ...start }
  let months = move.month
  if (phrase.weekdayOfMonth !== null) {
    civil.day = 1
    civil.month += months + (phrase.weekdayOfMonth === 'last' ? 1 : 0)
    months = 0
  }
  civil = dayOfMonth(phrase, civil)
  if (phrase.weekday !== null) civil = normal({ ...civil, day: civil.day + daysToWeekday(phrase, civil) })
  civil = { ...civil, year: civil.year + move.year, month: civil.month + months, day: civil.day + move.day }
  civil = dayOfMonth(phrase, civil)
  return phrase.workdays === null ? civil : addWorkdays(civil, phrase.workdays)
}

function dayOfMonth(phrase: Phrase, civil: Civil): Civil {
  if (phrase.dayOfMonth === 'first') return normal({ ...civil, day: 1 })
  if (phrase.dayOfMonth === 'last') return normal({ ...civil, month: civil.month + 1, day: 0 })
  return normal(civil)
}

function normal(civil: Civil): Civil {
  return localToCivil(civilToLocal(civil))
}

function daysToWeekday(phrase: Phrase, civil: Civil): number {
  const wanted = phrase.weekday ?? 0
  const current = weekdayOf(civil)
  if (phrase.weekdayRule === 2) return (wanted || 7) - (current || 7)
  if (wanted < 0) return -(7 - (Math.abs(wanted) - current))
  const difference = wanted - current
  const behind = phrase.move.day < 0 ? difference < 0 : difference <= -phrase.weekdayRule
  return behind ? difference + 7 : difference
}

/** Moves by Mondays to Fridays. */
function addWorkdays(start: Civil, count: number): Civil {
  let civil = { ...start, day: start.day + Math.trunc(count / 5) * 7 }
  const step = count > 0 ? 1 : -1
  for (let left = Math.abs(count % 5); left > 0;) {
    civil = normal({ ...civil, day: civil.day + step })
    if (isWorkday(civil)) left -= 1
  }
  while (!isWorkday(civil)) civil = normal({ ...civil, day: civil.day - step })
  return civil
}

function isWorkday(civil: Civil): boolean {
  const weekday = weekdayOf(civil)
  return weekday !== 0 && weekday !== 6
}
