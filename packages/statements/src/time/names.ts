/** English names, as PHP's date functions have them. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** The month, from 1, that a full, short or roman name means; undefined for any other text. */
export function monthOf(name: string): number | undefined {
  const word = name.toLowerCase()
  const roman = romanMonths.indexOf(word)
  if (roman >= 0) return roman + 1
  const index = monthNames.findIndex((month) => isNameOf(word, month) || (word === 'sept' && month === 'September'))
  return index < 0 ? undefined : index + 1
}

/** The weekday, 0 for Sunday, that a full, short or plural name means; undefined for any other text. */
export function weekdayNamed(name: string): number | undefined {
  const word = name.toLowerCase()
  const index = weekdayNames.findIndex((weekday) => isNameOf(word, weekday) || word === `${weekday.toLowerCase()}s`)
  return index < 0 ? undefined : index
}

function isNameOf(word: string, name: string): boolean {
  const full = name.toLowerCase()
  return word === full || word === full.slice(0, 3)
}
