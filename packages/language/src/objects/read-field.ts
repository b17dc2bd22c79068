import type { Finding } from '../diagnostic.ts'
import { clause } from '../lookup.ts'
import type { Body, Field, Rule } from '../tree.ts'
import { AttributeReader } from './attribute-reader.ts'
import { isRecord, literalValue } from './literal-value.ts'
import type { FieldDefinition, FieldRule, FieldType } from './types.ts'

const FIELD_TYPES = {
  int: true,
  decimal: true,
  text: true,
  bool: true,
  email: true,
  password: true,
  uuid: true,
  timestamp: true,
  date: true,
  enum: true,
  json: true,
  object: true,
  vector: true,
  file: true,
  image: true,
  video: true,
  audio: true,
  attachment: true,
  geo_point: true,
  geo_multipoint: true,
  geo_linestring: true,
  geo_multilinestring: true,
  geo_polygon: true,
  geo_multipolygon: true,
  dblink: true,
} satisfies Record<FieldType, true>

/** Reads the fields of an `input` or `schema` body, the disabled ones included. */
export function readFields(body: Body | null, findings: Finding[]): FieldDefinition[] {
  const fields: FieldDefinition[] = []
  const seen = new Set<string>()
  for (const item of body?.items ?? []) {
    if (item.kind !== 'field') continue
    if (!item.disabled && item.name !== '') reportTwice(item, seen, findings)
    fields.push(readField(item, findings))
  }
  return fields
}

function reportTwice(field: Field, seen: Set<string>, findings: Finding[]): void {
  if (seen.has(field.name)) {
    const message = `The field \`${field.name}\` stands twice.`
    findings.push({ severity: 'error', code: 'duplicate_field', message, hint: 'Rename one.', ...field.nameSpan })
  }
  seen.add(field.name)
}

/** Reads one field. An unknown type is a finding and counts as `json`, which takes any value. */
function readField(field: Field, findings: Finding[]): FieldDefinition {
  const reader = new AttributeReader(field.body, findings)
  return {
    name: field.name,
    type: readType(field, reader),
    list: field.list,
    nullable: field.nullable,
    required: !field.optional,
    default: field.default,
    description: reader.text('description'),
    sensitive: reader.flag('sensitive', false),
    visibility: readVisibility(reader),
    rules: readRules(field.rules),
    values: reader.textList('values'),
    table: reader.textOrNull('table'),
    override: readOverride(reader),
    schema: readFields(clause(field.body, 'schema')?.body ?? null, findings),
    size: reader.number('size'),
    disabled: field.disabled,
  }
}

function readType(field: Field, reader: AttributeReader): FieldType {
  if (isFieldType(field.type)) return field.type
  const hint = `Use one of ${Object.keys(FIELD_TYPES).join(', ')}.`
  reader.report('unknown_field_type', field.typeSpan, `There is no type \`${field.type}\`.`, hint)
  return 'json'
}

/** A visibility that cannot be read hides the field. */
function readVisibility(reader: AttributeReader): FieldDefinition['visibility'] {
  const written = reader.expression('visibility')
  return written === null ? 'public' : reader.choice('visibility', ['internal', 'private', 'public'])
}

function isFieldType(type: string): type is FieldType {
  return Object.hasOwn(FIELD_TYPES, type)
}

/** `filters=@:dbo=36` is an old mark of a table reference, which says nothing about values. */
function readRules(rules: readonly Rule[]): FieldRule[] {
  return rules
    .filter((rule) => rule.name !== '@')
    .map((rule) => ({ name: rule.name, args: rule.args.map(ruleArgument) }))
}

function ruleArgument(argument: Rule['args'][number]): FieldRule['args'][number] {
  const { value } = literalValue(argument)
  return typeof value === 'object' ? null : value
}

function readOverride(reader: AttributeReader): FieldDefinition['override'] {
  const fields = Object.entries(reader.record('override') ?? {})
  return Object.fromEntries(
    fields.map(([name, change]) => [name, { hidden: isRecord(change) && change['hidden'] === true }]),
  )
}
