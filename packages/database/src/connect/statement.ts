import { createHash } from 'node:crypto'
import type { Writer } from './writer.ts'

/** How the values of one PostgreSQL type go over the wire; `binary` says in which of the two formats. */
export interface WireType {
  oid: number
  binary: boolean
  /** Writes the size and the bytes of a value that `convert` of the column's type gave. Never called with null. */
  write: (out: Writer, value: never) => void
  /** Reads a value that is not null from `length` bytes at `start`. */
  read(bytes: Buffer, start: number, length: number): unknown
}

/** Reads one row: `bytes` at `start`, just after the count of columns. */
export type RowReader<Row> = (bytes: Buffer, start: number) => Row

/** SQL with what is needed to send its parameters and read its rows. Immutable; prepared once a connection by `name`. */
export interface PreparedStatement<Row = unknown> {
  /** Empty: not kept by the server. */
  name: string
  text: string
  parameters: readonly WireType[]
  results: readonly WireType[]
  /** Null: the rows are described by the server and read as plain objects (SQL of a stack's author). */
  read: RowReader<Row> | null
  /** Finds a row by a key: so short that others may queue behind it on the same connection. */
  quick: boolean
}

/** A name that is the same for the same text in every process and after every reload. */
export function statementName(text: string, parameters: readonly WireType[]): string {
  const hash = createHash('sha256').update(text)
  for (const { oid } of parameters) hash.update(`,${oid}`)
  return hash.digest('base64url').slice(0, 22)
}
