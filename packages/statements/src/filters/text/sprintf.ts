import { argument, needed } from '../../define/filter-parameter.ts'
import type { Filter, FilterContext } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'
import { toDecimal, toInt, toText } from '../../values/convert.ts'
import { allowText } from '../limits.ts'
import { formatDecimal } from './format-decimal.ts'

/** `%`, argument number, flags, width, precision, letter; or what follows a `%` that is none of that. */
const placeholder = /%(?:(\d+)\$)?((?:[-+0 ]|'[^])*)(\d*)(?:\.(\d*))?([a-zA-Z%]|$|[^])/g

interface Place {
  letter: string
  plus: boolean
  left: boolean
  pad: string
  width: number
  precision: number | null
}

export const sprintf: Filter = {
  definition: {
    name: 'sprintf',
    category: 'text',
    help: 'The text with its placeholders filled in: %s text, %d whole number, %.2f decimal, %05d padded, %% a percent sign.',
    input: 'text',
    params: [needed('values', 'any', 'A value for each placeholder, in order.')],
    variadic: true,
    result: 'text',
    examples: [
      { expression: '"%s is %d years"|sprintf:"Ann":41', expect: 'Ann is 41 years' },
      { expression: '"%05.1f|%-4s|%04d|%x"|sprintf:3.14159:"ab":7:255', expect: '003.1|ab  |0007|ff' },
      { expression: '"%2$s %1$s 100%%"|sprintf:"a":"b"', expect: 'b a 100%' },
      { expression: `"%'*8s|%+d"|sprintf:"end":5`, expect: '*****end|+5' },
    ],
  },
  evaluate: (value, args, context) => {
    const format = toText(value)
    let next = 0
    let length = format.length
    return format.replaceAll(placeholder, (whole, position, flags, width, precision, letter: string) => {
      if (letter === '%') return '%'
      const place = readPlace(whole, String(flags), width, precision, letter, context)
      const filled = fill(argumentAt(args, position === undefined ? next++ : Number(position) - 1), place)
      length += filled.length
      allowText(length, context)
      return filled
    })
  },
}

function readPlace(
  whole: string,
  flags: string,
  width: unknown,
  precision: unknown,
  letter: string,
  context: FilterContext,
): Place {
  if (letter === '' || !'bcdeEfFgGosuxX'.includes(letter)) throw badFormat(`"${whole}" is no placeholder`)
  const pad = /'([^])/.exec(flags)?.[1] ?? (/0/.test(flags) ? '0' : ' ')
  const place = {
    letter,
    plus: flags.replace(/'[^]/g, '').includes('+'),
    left: flags.replace(/'[^]/g, '').includes('-'),
    pad,
    width: Number(width),
    precision: precision === undefined ? null : Number(precision),
  }
  allowText(place.width, context)
  return place
}

function argumentAt(args: Parameters<Filter['evaluate']>[1], index: number): Value {
  if (index < 0 || index >= args.length) {
    throw badFormat(`placeholder ${index + 1} has no value, ${args.length} given`)
  }
  return argument(args[index])
}

function fill(value: Value, place: Place): string {
  if (place.letter === 's') {
    const text = toText(value)
    return padded(place.precision === null ? text : text.slice(0, place.precision), place)
  }
  if (place.letter === 'c') return String.fromCodePoint(Math.abs(toInt(value)) % 0x100)
  const number = 'eEfFgG'.includes(place.letter) ? toDecimal(value) : toInt(value)
  if (place.letter === 'd') return padded(signed(number, BigInt(Math.abs(number)).toString(), place), place)
  const radix = { b: 2, o: 8, u: 10, x: 16, X: 16 }[place.letter]
  if (radix === undefined) return padded(signed(number, formatDecimal(Math.abs(number), place), place), place)
  const digits = BigInt.asUintN(64, BigInt(number)).toString(radix)
  return padded(place.letter === 'X' ? digits.toUpperCase() : digits, place)
}

function signed(number: number, digits: string, place: Place): string {
  if (number < 0) return `-${digits}`
  return place.plus ? `+${digits}` : digits
}

/** Zeros go between the sign and the digits. */
function padded(text: string, place: Place): string {
  if (place.left) return text.padEnd(place.width, place.pad === '0' && place.letter !== 's' ? ' ' : place.pad)
  if (place.pad !== '0' || place.letter === 's' || !/^[-+]/.test(text)) return text.padStart(place.width, place.pad)
  return `${text[0]}${text.slice(1).padStart(place.width - 1, '0')}`
}

function badFormat(reason: string): StackError {
  return new StackError('standard', 'bad_format', `The format of sprintf can not be filled in: ${reason}.`, {
    hint: 'Write %s for text, %d for a whole number, %.2f for a decimal and %% for a percent sign.',
  })
}
