const isoTime = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** Epoch milliseconds of an ISO day or time, UTC when it names no zone; null for any other text. */
export function parseTime(text: string): number | null {
  const parts = isoTime.exec(text.trim())
  if (parts === null) return null
  const [, day = '', clock = '00:00', zone = 'Z'] = parts
  const offset = /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()
  const time = Date.parse(`${day}T${clock}${offset}`)
  return Number.isNaN(time) ? null : time
}
