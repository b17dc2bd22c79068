import { describe, expect, test } from 'vitest'
import { filterCatalogue, filters } from '../../src/filters/filters.ts'
import { evaluateExample } from './evaluate-example.ts'

const withoutExamples = new Set(['as'])

/** Examples of a filter that waits run in the runtime's tests, on a sandbox. */
const synchronous = filters.all.filter(({ wait }) => wait === undefined)

const examples = synchronous.flatMap(({ definition }) =>
  definition.examples.map(({ expression, expect: expected }) => ({ expression, expected })),
)

test.each(examples)('$expression', ({ expression, expected }) => {
  expect(evaluateExample(expression)).toStrictEqual(expected)
})

describe('every definition', () => {
  test.each(filters.all.map(({ definition }) => [definition.name, definition] as const))('%s', (name, definition) => {
    expect(definition.help).toMatch(/^[A-Z0-9].*\.$/)
    expect(definition.examples.length).toBeGreaterThanOrEqual(withoutExamples.has(name) ? 0 : 2)
    const names = [name, ...(definition.aliases ?? [])]
    const others = definition.examples.filter(
      ({ expression }) => !names.some((word) => expression.includes(`|${word}`)),
    )
    expect(others).toEqual([])
    const required = definition.params.map((param) => param.required)
    expect(required).toEqual(required.toSorted((left, right) => Number(right) - Number(left)))
    for (const alias of definition.aliases ?? []) expect(filters.get(alias)?.definition).toBe(definition)
  })
})

test('two filters of one name are refused', () => {
  const [filter] = filters.all
  if (filter === undefined) throw new Error('No filters.')
  expect(() => filterCatalogue([filter, filter])).toThrow('Two filters are named')
})

test.each(['__proto__', 'constructor', 'toString', 'nosuch', ''])('there is no filter "%s"', (name) => {
  expect(filters.get(name)).toBeUndefined()
})

/** Names of the language, by category, and old spellings with what they stand for. */
const names = `
first last count range reverse unique safe_array flatten filter_empty filter_empty_text filter_empty_array filter_null
filter_empty_object filter_zero filter_false sort shuffle diff diff_assoc intersect intersect_assoc merge merge_recursive
index_by push pop unshift shift remove append prepend array_min array_max sum avg product join slice fill fill_keys
map filter some every find findIndex reduce pick unpick
lambda lambda_map lambda_filter lambda_some lambda_every lambda_find lambda_findIndex lambda_reduce
set set_conditional set_ifnotempty set_ifnotnull first_notnull first_notempty unset transform get has keys values entries
to_expr create_object create_object_from_entries as
to_text to_int to_decimal to_bool is_null is_empty is_object is_array is_int is_decimal is_bool is_text
equals not_equals greater_than greater_than_or_equal less_than less_than_or_equal odd even in not
add subtract multiply modulus divide bitwise_and bitwise_or bitwise_xor bitwise_not abs sqrt exp log log10 ln pow min max
deg2rad rad2deg number_format sin asin asinh sinh cos acos acosh cosh tan atan atanh tanh floor ceil round`

test.each(names.trim().split(/\s+/))('%s is a filter', (name) => {
  expect(filters.get(name)?.definition.name).toBe(name)
})

const aliases = `
fsort:sort array_shuffle:shuffle array_diff:diff array_diff_assoc:diff_assoc array_intersect:intersect
array_intersect_assoc:intersect_assoc array_merge:merge array_merge_recursive:merge_recursive array_push:push
array_pop:pop array_unshift:unshift array_shift:shift array_remove:remove num_min:min num_max:max eq:equals
ne:not_equals gt:greater_than gte:greater_than_or_equal lt:less_than lte:less_than_or_equal sub:subtract mul:multiply
mod:modulus div:divide null:is_null empty:is_empty array_slice:slice array_fill:fill array_fill_keys:fill_keys
array_keys:keys array_values:values array_entries:entries to_dec:to_decimal`

test.each(aliases.trim().split(/\s+/))('%s', (pair) => {
  const [alias = '', name = ''] = pair.split(':')
  expect(filters.get(alias)?.definition.name).toBe(name)
})
