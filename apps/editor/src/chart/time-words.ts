const DAY_MS = 24 * 60 * 60 * 1_000
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const
const OF_A_DAY = new Intl.DateTimeFormat(undefined, CLOCK)
const OF_DAYS = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', ...CLOCK })

/** Says the ISO times of a chart, given in order: with their day where they span more than one. */
export function timeWords(times: readonly string[]): (time: string) => string {
  const span = Date.parse(times.at(-1) ?? '') - Date.parse(times[0] ?? '')
  const words = span > DAY_MS ? OF_DAYS : OF_A_DAY
  return (time) => words.format(new Date(time))
}
