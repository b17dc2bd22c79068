import type { TaskObject } from '@cairn/language'

type Event = TaskObject['schedule'][number]

/** When a schedule is due first after a moment, in epoch milliseconds; null when it never is again. */
export function nextDue(schedule: readonly Event[], after: number): number | null {
  const times = schedule.flatMap((event) => nextOf(event, after) ?? [])
  return times.length === 0 ? null : Math.min(...times)
}

/** Whether a schedule, as it is now, is due at exactly that moment. */
export function isDue(schedule: readonly Event[], moment: number): boolean {
  return nextDue(schedule, moment - 1) === moment
}

function nextOf({ startsOn, freq, endsOn }: Event, after: number): number | null {
  const due = startsOn > after ? startsOn : freq === null ? null : following(startsOn, freq * 1000, after)
  return due === null || (endsOn !== null && due > endsOn) ? null : due
}

function following(start: number, step: number, after: number): number {
  return start + (Math.floor((after - start) / step) + 1) * step
}
