/** Functions of one number. */
import type { Filter, FilterExample } from '../../define/types.ts'
import { toNumber } from '../../values/convert.ts'
import { finite } from './number.ts'

interface NumberFunction {
  help: string
  calculate: (value: number) => number
  examples: readonly FilterExample[]
}

function examples(...pairs: readonly (readonly [expression: string, expect: number])[]): readonly FilterExample[] {
  return pairs.map(([expression, expect]) => ({ expression, expect }))
}

const functions: Readonly<Record<string, NumberFunction>> = {
  abs: {
    help: 'The number without its sign.',
    calculate: Math.abs,
    examples: examples(['-10|abs', 10], ['"-2.5"|abs', 2.5]),
  },
  floor: {
    help: 'The next whole number below.',
    calculate: Math.floor,
    examples: examples(['2.9|floor', 2], ['-2.1|floor', -3]),
  },
  ceil: {
    help: 'The next whole number above.',
    calculate: Math.ceil,
    examples: examples(['2.1|ceil', 3], ['-0.5|ceil', 0]),
  },
  sqrt: {
    help: 'The square root.',
    calculate: Math.sqrt,
    examples: examples(['9|sqrt', 3], ['0|sqrt', 0]),
  },
  exp: {
    help: 'The number e to the power of the value.',
    calculate: Math.exp,
    examples: examples(['0|exp', 1], ['1|exp', Math.E]),
  },
  ln: {
    help: 'The natural logarithm.',
    calculate: Math.log,
    examples: examples(['1|ln', 0], ['10|ln', Math.LN10]),
  },
  log10: {
    help: 'The logarithm to base 10.',
    calculate: Math.log10,
    examples: examples(['100|log10', 2], ['1|log10', 0]),
  },
  sin: { help: 'The sine of radians.', calculate: Math.sin, examples: examples(['0|sin', 0], ['1|sin', Math.sin(1)]) },
  cos: {
    help: 'The cosine of radians.',
    calculate: Math.cos,
    examples: examples(['0|cos', 1], ['1|cos', Math.cos(1)]),
  },
  tan: {
    help: 'The tangent of radians.',
    calculate: Math.tan,
    examples: examples(['0|tan', 0], ['1|tan', Math.tan(1)]),
  },
  asin: {
    help: 'The radians that have this sine.',
    calculate: Math.asin,
    examples: examples(['0|asin', 0], ['1|asin', Math.PI / 2]),
  },
  acos: {
    help: 'The radians that have this cosine.',
    calculate: Math.acos,
    examples: examples(['1|acos', 0], ['-1|acos', Math.PI]),
  },
  atan: {
    help: 'The radians that have this tangent.',
    calculate: Math.atan,
    examples: examples(['0|atan', 0], ['1|atan', Math.PI / 4]),
  },
  sinh: {
    help: 'The hyperbolic sine.',
    calculate: Math.sinh,
    examples: examples(['0|sinh', 0], ['1|sinh', Math.sinh(1)]),
  },
  cosh: {
    help: 'The hyperbolic cosine.',
    calculate: Math.cosh,
    examples: examples(['0|cosh', 1], ['1|cosh', Math.cosh(1)]),
  },
  tanh: {
    help: 'The hyperbolic tangent.',
    calculate: Math.tanh,
    examples: examples(['0|tanh', 0], ['1000|tanh', 1]),
  },
  asinh: {
    help: 'The inverse of the hyperbolic sine.',
    calculate: Math.asinh,
    examples: examples(['0|asinh', 0], ['1|asinh', Math.asinh(1)]),
  },
  acosh: {
    help: 'The inverse of the hyperbolic cosine.',
    calculate: Math.acosh,
    examples: examples(['1|acosh', 0], ['2|acosh', Math.acosh(2)]),
  },
  atanh: {
    help: 'The inverse of the hyperbolic tangent.',
    calculate: Math.atanh,
    examples: examples(['0|atanh', 0], ['0.5|atanh', Math.atanh(0.5)]),
  },
  deg2rad: {
    help: 'Degrees as radians.',
    calculate: (degrees) => (degrees / 180) * Math.PI,
    examples: examples(['180|deg2rad', Math.PI], ['0|deg2rad', 0]),
  },
  rad2deg: {
    help: 'Radians as degrees.',
    calculate: (radians) => (radians / Math.PI) * 180,
    examples: examples(['0|rad2deg', 0], ['1|rad2deg', 180 / Math.PI]),
  },
}

function numberFilter([name, { help, calculate, examples: shown }]: readonly [string, NumberFunction]): Filter {
  return {
    definition: { name, category: 'math', help, input: 'number', params: [], result: 'number', examples: shown },
    evaluate: (value) => finite(name, calculate(toNumber(value)), value),
  }
}

export const functionFilters: readonly Filter[] = Object.entries(functions).map(numberFilter)
