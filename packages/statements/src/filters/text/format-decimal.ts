/** More digits than these mean nothing. */
const mostDigits = 53

/** A number that is not negative as `%e`, `%f` or `%g` print it. */
export function formatDecimal(number: number, place: { letter: string; precision: number | null }): string {
  if (!Number.isFinite(number)) return Number.isNaN(number) ? 'nan' : 'inf'
  const precision = Math.min(place.precision ?? 6, mostDigits)
  const kind = place.letter.toLowerCase()
  if (kind === 'f') return fixed(number, precision)
  const text = kind === 'e' ? number.toExponential(precision) : shortest(number, precision || 1)
  return place.letter === kind ? text : text.toUpperCase()
}

/** `toFixed` gives up at 1e21. */
function fixed(number: number, precision: number): string {
  if (number < 1e21) return number.toFixed(precision)
  return precision === 0 ? BigInt(number).toString() : `${BigInt(number)}.${'0'.repeat(precision)}`
}

function shortest(number: number, precision: number): string {
  const [mantissa = '', exponent = '0'] = number.toExponential(precision - 1).split('e')
  const power = Number(exponent)
  if (power < -4 || power >= precision) {
    const digits = dropZeros(mantissa)
    return `${digits.includes('.') ? digits : `${digits}.0`}e${exponent}`
  }
  return dropZeros(number.toFixed(Math.max(0, precision - 1 - power)))
}

function dropZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
