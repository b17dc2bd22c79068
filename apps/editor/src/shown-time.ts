const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** The day of an ISO time, as its reader writes days. */
export const dayOf = (time: string): string => DAY.format(new Date(time))

/** Day and minute of an ISO time. */
export const momentOf = (time: string): string => MOMENT.format(new Date(time))
