import { argument, fallback } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { civilToLocal, daysInMonth, hour, localToCivil, minute, second, type Civil } from '../../time/civil.ts'
import { localToUtc, requireZone, utcToLocal } from '../../time/zone.ts'
import { toNumber } from '../../values/convert.ts'
import { timeZone, zoneArgument } from './parameters.ts'
import { timestampOf } from './timestamp-of.ts'

/** Moves a wall-clock time, or an exact number of milliseconds. */
type Unit = { civil: (civil: Civil, count: number) => Civil } | { milliseconds: number }

const units: Readonly<Record<string, Unit>> = {
  seconds: { milliseconds: second },
  minutes: { milliseconds: minute },
  hours: { milliseconds: hour },
  days: { civil: (civil, count) => ({ ...civil, day: civil.day + count }) },
  months: { civil: addMonths },
  years: { civil: (civil, count) => addMonths(civil, count * 12) },
}

/** As in PostgreSQL: a day that the month lacks becomes its last one. */
function addMonths(civil: Civil, count: number): Civil {
  const first = localToCivil(civilToLocal({ ...civil, month: civil.month + count, day: 1 }))
  return { ...first, day: Math.min(civil.day, daysInMonth(first.year, first.month)) }
}

function move(timestamp: number, unit: Unit, count: number, zoneName: string): number | null {
  if ('milliseconds' in unit) return timestamp + Math.trunc(count * unit.milliseconds)
  const zone = requireZone(zoneName)
  const civil = unit.civil(localToCivil(utcToLocal(timestamp, zone)), Math.trunc(count))
  const moved = localToUtc(civilToLocal(civil), zone)
  return Number.isNaN(moved) ? null : moved
}

/** From 2024-02-29 00:00 UTC. */
const moved: Readonly<Record<string, readonly [later: string, twoEarlier: string]>> = {
  seconds: ['2024-02-29 00:00:01', '2024-02-28 23:59:58'],
  minutes: ['2024-02-29 00:01', '2024-02-28 23:58'],
  hours: ['2024-02-29 01:00', '2024-02-28 22:00'],
  days: ['2024-03-01', '2024-02-27'],
  months: ['2024-03-29', '2023-12-29'],
  years: ['2025-02-28', '2022-02-28'],
}

function arithmetic(direction: 'add' | 'subtract', unitName: string, unit: Unit): Filter {
  const sign = direction === 'add' ? 1 : -1
  const name = `timestamp_${direction}_${unitName}`
  const [later, earlier] = moved[unitName] ?? ['', '']
  const [once, twiceBack] = direction === 'add' ? ['', ':-2'] : [':-1', ':2']
  return {
    definition: {
      name,
      category: 'timestamp',
      help: `A timestamp that many ${unitName} ${direction === 'add' ? 'later' : 'earlier'}.`,
      input: 'timestamp',
      params: [fallback('amount', 'int', 1, `How many ${unitName}.`), timeZone],
      result: 'timestamp',
      examples: [
        { expression: `"2024-02-29"|${name}${once}|format_timestamp:"${codesFor(later)}"`, expect: later },
        { expression: `"2024-02-29"|${name}${twiceBack}|format_timestamp:"${codesFor(earlier)}"`, expect: earlier },
      ],
    },
    evaluate(value, [amount, zone], context) {
      const zoneName = zoneArgument(zone)
      const timestamp = timestampOf(value, context, zoneName)
      if (timestamp === null) return null
      return move(timestamp, unit, sign * toNumber(argument(amount, 1)), zoneName)
    },
  }
}

function codesFor(text: string): string {
  return 'Y-m-d H:i:s'.slice(0, { 10: 5, 16: 9, 19: 11 }[text.length])
}

export const arithmeticFilters: readonly Filter[] = Object.entries(units).flatMap(([name, unit]) => [
  arithmetic('add', name, unit),
  arithmetic('subtract', name, unit),
])
