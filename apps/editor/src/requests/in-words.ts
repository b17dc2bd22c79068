const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })

/** `15:04:05`, with the day in front where it is not today. */
export const timeInWords = (at: string, now = new Date()): string => {
  const time = new Date(at)
  const isToday = time.toDateString() === now.toDateString()
  return isToday ? TIME.format(time) : `${DAY.format(time)}, ${TIME.format(time)}`
}

/** `0.4 ms`, `12 ms`, `1.25 s`. */
export const msInWords = (ms: number): string => {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(2)} s`
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`
}

/** `120 B`, `4.2 kB`, `3.0 MB`. */
export const sizeInWords = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
