import { literalValue, print, type Field } from '@cairn/language'
import { nameOf } from '../engine/document.ts'
import { argumentOf } from '../engine/summary.ts'
import { statementNode } from '../engine/nodes.ts'

/** What the form of an input or a column asks for. */
export interface FieldForm {
  name: string
  type: string
  list: boolean
  nullable: boolean
  optional: boolean
  sensitive: boolean
  description: string
  /** As typed: `now`, `"x"`, `5`; '' is none. */
  fallback: string
  /** As typed: `trim|min:3`. */
  rules: string
  /** Of an enum, one a line. */
  values: string
  /** The table that an int or uuid points to, or whose columns a dblink takes. */
  table: string
}

export const emptyForm: FieldForm = {
  name: '',
  type: 'text',
  list: false,
  nullable: false,
  optional: false,
  sensitive: false,
  description: '',
  fallback: '',
  rules: '',
  values: '',
  table: '',
}

export const fieldTypes =
  'text int decimal bool email password uuid timestamp date enum json object file image video audio attachment vector geo_point geo_multipoint geo_linestring geo_multilinestring geo_polygon geo_multipolygon dblink'.split(
    ' ',
  )

/** A field's type as people read it: `text`, `int[]`. */
export const typeText = ({ type, list }: Field): string => (list === null ? type : `${type}[]`)

/** The form of a field that stands in a text. */
export function formOf(field: Field): FieldForm {
  const within = statementNode('field', { body: field.body })
  const sensitive = argumentOf(within, 'sensitive')
  const values = argumentOf(within, 'values')
  const listed = values === null ? null : literalValue(values)
  return {
    name: field.name,
    type: field.type,
    list: field.list !== null,
    nullable: field.nullable,
    optional: field.optional,
    sensitive: sensitive?.kind === 'boolean' && sensitive.value,
    description: nameOf(argumentOf(within, 'description')),
    fallback: field.default === null ? '' : print(field.default),
    rules: field.rules.map(({ name, args }) => [name, ...args.map((arg) => print(arg))].join(':')).join('|'),
    values:
      listed?.known === true && Array.isArray(listed.value)
        ? listed.value.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n')
        : '',
    table: nameOf(argumentOf(within, 'table')),
  }
}

/** The line of `input {…}` that a form means. */
export function lineOf(form: FieldForm): string {
  const list = form.list ? '[]' : ''
  const name = /^[A-Za-z_]\w*$/.test(form.name) ? form.name : JSON.stringify(form.name)
  const fallback = form.fallback === '' ? '' : `=${form.fallback}`
  const optional = form.optional || fallback !== '' ? '?' : ''
  const head =
    `${form.type}${list}${form.nullable ? '?' : ''} ${form.type === 'dblink' ? '' : name + optional + fallback}`.trim()
  const rules = form.rules.trim() === '' ? '' : ` filters=${form.rules.trim()}`
  const body = [
    ...(form.description === '' ? [] : [`description = ${JSON.stringify(form.description)}`]),
    ...(form.sensitive ? ['sensitive = true'] : []),
    ...(form.table === '' ? [] : [`table = ${JSON.stringify(form.table)}`]),
    ...(form.type === 'enum' ? [`values = [${enumValues(form.values)}]`] : []),
  ]
  return body.length === 0 ? head + rules : `${head}${rules} {\n${body.join('\n')}\n}`
}

const enumValues = (values: string): string =>
  values
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => JSON.stringify(line))
    .join(', ')

/** A field changed by its form; what the form does not show is kept from the field before. */
export function withUnshown(made: Field, before: Field | null): Field {
  if (before === null) return made
  const shown = new Set(['description', 'sensitive', 'table', 'values'])
  const kept = (before.body?.items ?? []).filter((item) => item.kind !== 'attribute' || !shown.has(item.name))
  if (kept.length === 0) return { ...made, list: made.list === null ? null : (before.list ?? made.list) }
  const body = made.body ?? { kind: 'body', start: -1, end: -1, items: [], dangling: [] }
  return {
    ...made,
    body: { ...body, items: [...body.items, ...kept] },
    list: made.list === null ? null : (before.list ?? made.list),
  }
}
