const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const

/** `every 5 minutes`, of seconds. */
export function everyText(seconds: number): string {
  const found = UNITS.find((one) => seconds >= one.seconds && seconds % one.seconds === 0) ?? UNITS[3]
  const count = seconds / found.seconds
  return count === 1 ? `every ${found.unit}` : `every ${count} ${found.unit}s`
}

/** `in 5 minutes`, of a time to come; `due now` of one that is here. */
export function untilText(next: string, now: Date): string {
  const seconds = Math.round((new Date(next).getTime() - now.getTime()) / 1000)
  if (seconds <= 0) return 'due now'
  const { unit, seconds: size } = UNITS.find((one) => seconds >= one.seconds) ?? UNITS[3]
  const count = Math.round(seconds / size)
  return `in ${count} ${unit}${count === 1 ? '' : 's'}`
}
