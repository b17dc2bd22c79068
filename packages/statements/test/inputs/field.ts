import {
  parseExpression,
  type FieldDefinition,
  type FieldRule,
  type FieldType,
  type TableObject,
} from '@cairn/language'
import { StackError, compileInputs, type Caller, type Value } from '../../src/index.ts'

export const now = Date.parse('2026-11-24T12:00:00Z')

/** A required field of that type and name; the rest as given. */
export function field(type: FieldType, name: string, rest: Partial<FieldDefinition> = {}): FieldDefinition {
  return {
    type,
    name,
    list: null,
    nullable: false,
    required: true,
    default: null,
    description: '',
    sensitive: false,
    visibility: 'public',
    rules: [],
    values: [],
    table: null,
    override: {},
    schema: [],
    size: null,
    disabled: false,
    ...rest,
  }
}

/** `trim|min:3|ok:abc` as rules. */
export function rules(source: string): FieldRule[] {
  return source.split('|').map((rule) => {
    const [name = '', ...args] = rule.split(':')
    return { name, args }
  })
}

/** The tree of a default. */
export function written(source: string): FieldDefinition['default'] {
  return parseExpression(source).expression
}

/** A table of these columns, as far as inputs look at one. */
export function table(name: string, fields: FieldDefinition[]): TableObject {
  return { kind: 'table', name, fields } as TableObject
}

/** Reads `raw` with these fields. */
export function read(
  fields: FieldDefinition[],
  raw: { [name: string]: Value },
  options: { tables?: TableObject[]; caller?: Caller } = {},
): { [name: string]: Value } {
  const validate = compileInputs(
    fields,
    {
      table: (name) => options.tables?.find((known) => known.name === name),
      evaluateDefault: (expression, at) => {
        if (expression.kind === 'word') return expression.value === 'now' ? at : expression.value
        if (expression.kind === 'object') return {}
        return 'value' in expression && typeof expression.value !== 'object' ? expression.value : null
      },
      parseTimestamp: (text, at) => (text === 'tomorrow' ? at + 86_400_000 : null),
    },
    options.caller,
  )
  return validate(raw, { now })
}

/** What `read` gives, or the message of its refusal. */
export function outcome(...args: Parameters<typeof read>): { [name: string]: Value } | string {
  try {
    return read(...args)
  } catch (error) {
    return error instanceof StackError ? error.message : String(error)
  }
}
