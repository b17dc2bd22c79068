import { needed } from '../../define/filter-parameter.ts'
import type { Evaluate, Filter, FilterArgument } from '../../define/types.ts'
import { isEmpty } from '../../values/kinds.ts'
import type { Value } from '../../values/value.ts'

/** The first value that is not missing, the last one when all are. */
function firstThat(isMissing: (value: Value) => boolean): Evaluate {
  return (value, others) => {
    const candidates = [value, ...others.filter(isValue)]
    return candidates.find((candidate) => !isMissing(candidate)) ?? candidates.at(-1) ?? null
  }
}

function isValue(given: FilterArgument): given is Value {
  return given !== undefined && typeof given !== 'function'
}

const params = [needed('default', 'any', 'The value to use instead.')]

export const firstNotNull: Filter = {
  definition: {
    name: 'first_notnull',
    category: 'object',
    help: 'The value, or another one when it is null.',
    input: 'any',
    params,
    variadic: true,
    result: 'any',
    examples: [
      { expression: 'null|first_notnull:0', expect: 0 },
      { expression: '""|first_notnull:"x"', expect: '' },
      { expression: 'null|first_notnull:null:3', expect: 3 },
    ],
  },
  evaluate: firstThat((value) => value === null),
}

export const firstNotEmpty: Filter = {
  definition: {
    name: 'first_notempty',
    category: 'object',
    help: 'The value, or another one when it is empty ("", null, 0, "0", false, [] or {}).',
    input: 'any',
    params,
    variadic: true,
    result: 'any',
    examples: [
      { expression: '""|first_notempty:"default"', expect: 'default' },
      { expression: '"x"|first_notempty:"default"', expect: 'x' },
      { expression: '0|first_notempty:""', expect: '' },
    ],
  },
  evaluate: firstThat(isEmpty),
}
