import { argument, fallback } from '../../define/filter-parameter.ts'
import type { Filter } from '../../define/types.ts'
import { toInt, toNumber, toText } from '../../values/convert.ts'
import { allowText } from '../limits.ts'
import { finite } from './number.ts'

/** The number at `places` digits behind the point, halves away from zero; before the point when negative. */
function roundTo(number: number, places: number): number {
  if (places > 300) return number
  if (places < -308) return 0
  const shifted = shiftPoint(Math.abs(number), places)
  const rounded = Number.isFinite(shifted) ? shiftPoint(Math.round(shifted), -places) : Math.abs(number)
  return Math.sign(number) * rounded + 0
}

/** Moves the decimal point of the digits as written, so that 1.005 counts as what it says. */
function shiftPoint(number: number, places: number): number {
  const [digits, exponent = '0'] = String(number).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

export const round: Filter = {
  definition: {
    name: 'round',
    category: 'math',
    help: 'The number rounded, halves away from zero.',
    input: 'number',
    params: [fallback('precision', 'int', 0, 'Digits behind the point; negative rounds to tens, hundreds, …')],
    result: 'number',
    examples: [
      { expression: '2.567|round:2', expect: 2.57 },
      { expression: '2.5|round', expect: 3 },
      { expression: '-2.5|round', expect: -3 },
      { expression: '1.005|round:2', expect: 1.01 },
      { expression: '1250|round:-2', expect: 1300 },
    ],
  },
  evaluate: (value, [precision]) => finite('round', roundTo(toNumber(value), toInt(argument(precision, 0))), value),
}

/** The most digits behind the point that can be written. */
const mostDecimals = 100

export const numberFormat: Filter = {
  definition: {
    name: 'number_format',
    category: 'math',
    help: 'A number as text for people: rounded, with a decimal point and a separator of thousands.',
    input: 'number',
    params: [
      fallback('decimals', 'int', 0, 'Digits behind the point.'),
      fallback('point', 'text', '.', 'The decimal point.'),
      fallback('thousands', 'text', ',', 'What stands between thousands.'),
    ],
    result: 'text',
    examples: [
      { expression: '31253212.141592|number_format:2:".":","', expect: '31,253,212.14' },
      { expression: '1234.5|number_format:2:",":" "', expect: '1 234,50' },
      { expression: '999|number_format', expect: '999' },
      { expression: '-0.4|number_format', expect: '0' },
      { expression: '-1234567.891|number_format:1:".":""', expect: '-1234567.9' },
    ],
  },
  evaluate: (value, [decimalsArgument, point, thousands], context) => {
    const decimals = Math.min(Math.max(toInt(argument(decimalsArgument, 0)), 0), mostDecimals)
    const number = finite('number_format', roundTo(toNumber(value), decimals), value)
    const [whole = '', fraction] = digitsOf(Math.abs(number), decimals).split('.')
    const groups = groupThousands(whole)
    const [separator, mark] = [toText(argument(thousands, ',')), toText(argument(point, '.'))]
    allowText(groups.length * separator.length + mark.length + whole.length + decimals, context)
    const text = groups.join(separator) + (fraction === undefined ? '' : mark + fraction)
    return number < 0 ? `-${text}` : text
  },
}

/** From 1e21 on `toFixed` writes an exponent. */
function digitsOf(number: number, decimals: number): string {
  if (number < 1e21) return number.toFixed(decimals)
  const fraction = '0'.repeat(decimals)
  return fraction === '' ? BigInt(number).toString() : `${BigInt(number)}.${fraction}`
}

function groupThousands(digits: string): string[] {
  const head = digits.length % 3
  const groups = digits.slice(head).match(/\d{3}/g) ?? []
  return head === 0 ? groups : [digits.slice(0, head), ...groups]
}
