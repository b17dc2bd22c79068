import type { FieldDefinition } from '@cairn/language'
import { isObject, type ValueObject } from '../values/kinds.ts'
import { setOwn } from '../values/members.ts'
import type { Value } from '../values/value.ts'
import { defaultOf, type EvaluateDefault } from './default-value.ts'
import { effectiveFields, type TableLookup } from './linked-fields.ts'
import { Refusal, missing, unfit } from './refusal.ts'
import { compileRules } from './rules/apply-rules.ts'
import type { InputTime, InputType } from './types/input-type.ts'
import { inputType } from './types/input-types.ts'

/**
 * Who gives the inputs. A `request` (and a unit test) is held to every cell of the table beside `readerOf`. A `stack`
 * that calls another, a job or the command line may give "" for a required text, null for a required json and null
 * for what may be left out: values that stacks pass on, which the caller has already been held to.
 */
export type Caller = 'request' | 'stack'

/** What field readers are made with. */
export interface FieldTools {
  table: TableLookup
  evaluateDefault: EvaluateDefault
  caller: Caller
}

/** Reads what was given for one field; `undefined`: it was left out. Throws a Refusal. */
type FieldReader = (given: Value | undefined, time: InputTime) => Value

type Read = (value: Exclude<Value, null>, time: InputTime) => Value

/**
 * The reader of a field. What is accepted, `n` being a text (other types have no "", for them it is like leaving out):
 *
 *     given      text n   text? n   text n?   text? n?
 *     "Alice"    ok       ok        ok        ok
 *     ""         error    error     ok        ok
 *     null       error    ok        error     ok
 *     left out   error    error     ok        ok
 *
 * What was left out is its default, or null without one, also for `text n?`: stacks ask `$input.n != null` and
 * `$db.t.n ==? $input.n`, and the latter would look for "" if it were "".
 */
function readerOf(field: FieldDefinition, tools: FieldTools): FieldReader {
  const type =
    field.type === 'object' && field.schema.length > 0 ? objectType(field, tools) : inputType(field.type, field)
  const isStack = tools.caller === 'stack'
  const readValue = field.list === null ? readOne(field, type) : readList(field, type)
  const read = field.sensitive ? inSecret(readValue) : readValue
  const hasEmptyText = field.list === null && type.holdsEmptyText
  const takesEmptyText = hasEmptyText && (isStack || !field.required)
  const takesNull = field.nullable || (isStack && field.required && field.type === 'json')
  const fallback = field.required ? missingValue : defaultOf(field, type, tools.evaluateDefault)
  return (given, time) => {
    if (given === undefined) return fallback(time)
    if (given === null) {
      if (takesNull) return null
      if (field.required || isStack) return fallback(time)
      throw new Refusal('null_input', (place) => `Input "${place}" must not be null. Leave it out instead.`)
    }
    if (given === '' && !takesEmptyText) return fallback(time)
    const value = read(given, time)
    // A required text of spaces alone is empty once `trim` is done with it.
    return value === '' && !takesEmptyText ? missingValue() : value
  }
}

function missingValue(): never {
  throw missing()
}

/** A reader whose refusals do not repeat the value. */
function inSecret(read: Read): Read {
  return (value, time) => {
    try {
      return read(value, time)
    } catch (error) {
      throw error instanceof Refusal ? error.withoutValue() : error
    }
  }
}

function readOne(field: FieldDefinition, type: InputType): Read {
  const applyRules = compileRules(field.rules)
  return (value, time) => checked(type, applyRules(type.convert(value, time)))
}

function checked(type: InputType, value: Value): Value {
  if (value !== null) type.check?.(value)
  return value
}

/**
 * A list: a value by itself is a list of one (`?tag=a`), null among its items stays. Rules are for each item, but `min`
 * and `max` count the items unless `type[1:5]` does.
 */
function readList(field: FieldDefinition, type: InputType): Read {
  const { min, max } = field.list ?? { min: null, max: null }
  const isBounded = min !== null || max !== null
  const countsItems = (name: string): boolean => !isBounded && (name === 'min' || name === 'max')
  const rules = field.rules.filter((rule) => !countsItems(rule.name))
  const readItem = readOne({ ...field, rules }, type)
  const countItems = compileRules(
    isBounded ? boundRules(min, max) : field.rules.filter((rule) => countsItems(rule.name)),
  )
  return (value, time) => {
    const list = Array.isArray(value) ? value : [value]
    countItems(list)
    let index = 0
    try {
      const items = Array.from<Value>({ length: list.length })
      for (; index < list.length; index++) {
        const item = list[index] ?? null
        items[index] = item === null ? null : readItem(item, time)
      }
      return items
    } catch (error) {
      throw error instanceof Refusal ? error.inside(index) : error
    }
  }
}

function boundRules(min: number | null, max: number | null): FieldDefinition['rules'] {
  return [
    { name: 'min', args: [min] },
    { name: 'max', args: [max] },
  ]
}

/** An object with a schema: its members are read like inputs, others are left out. */
function objectType(field: FieldDefinition, tools: FieldTools): InputType {
  const readMembers = membersReader(field.schema, tools)
  return {
    holdsEmptyText: false,
    convert(value, time) {
      if (!isObject(value)) throw unfit('an object', value)
      return readMembers(value, time)
    },
  }
}

/** Reads every field out of an object that came from outside; only its own members count. Throws a Refusal. */
export function membersReader(
  fields: readonly FieldDefinition[],
  tools: FieldTools,
): (raw: ValueObject, time: InputTime) => ValueObject {
  const readers = effectiveFields(fields, tools.table).map((field) => ({
    name: field.name,
    read: readerOf(field, tools),
  }))
  return (raw, time) => {
    const values: ValueObject = {}
    for (const { name, read } of readers) {
      try {
        setOwn(values, name, read(Object.hasOwn(raw, name) ? raw[name] : undefined, time))
      } catch (error) {
        throw error instanceof Refusal ? error.inside(name) : error
      }
    }
    return values
  }
}
