import type { ValueType } from '../catalogue/value-type.ts'
import { json, listOf } from '../catalogue/value-types.ts'
import type { WireType } from '../connect/statement.ts'

/** How many values of a type travel as one list, and the SQL of one of them once it is out of the list. */
export interface Packed {
  wire: WireType
  sql: string
  unpack: (item: string) => string
}

/** Lists within a list would have to be of one length, so they go as documents. */
export function packed(type: ValueType): Packed {
  if (type.element === null) return { wire: listOf(type).wire, sql: `${type.sql}[]`, unpack: (item) => item }
  const part = partOf(type.element)
  return {
    wire: listOf(json).wire,
    sql: 'jsonb[]',
    unpack: (item) =>
      `case when ${item} is not null then array(select ${part} from jsonb_array_elements_text(${item}) as part) end`,
  }
}

/** A converted time is epoch milliseconds; everything else is written in a document as PostgreSQL reads it. */
function partOf(element: ValueType): string {
  if (element.family === 'time') return `to_timestamp(part::double precision / 1000.0)`
  return `part::${element.sql}`
}
