/** What the server said went wrong. For our logs and for mapping, never for a caller's eyes: it names tables and SQL. */
export class ServerError extends Error {
  /** SQLSTATE: `23505`. */
  readonly code: string
  readonly constraint: string | null
  readonly column: string | null
  readonly detail: string | null

  constructor(fields: ReadonlyMap<string, string>) {
    super(fields.get('M') ?? 'unknown error of the server')
    this.name = 'ServerError'
    this.code = fields.get('C') ?? 'XX000'
    this.constraint = fields.get('n') ?? null
    this.column = fields.get('c') ?? null
    this.detail = fields.get('D') ?? null
  }
}

/** The session ended before the answer came; whether the statement took effect is unknown. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('The connection to the database was lost.', { cause })
    this.name = 'ConnectionLost'
  }
}

/** Reads an ErrorResponse: fields of a letter and a zero-terminated text, then a zero. */
export function readServerError(bytes: Buffer, start: number, end: number): ServerError {
  const fields = new Map<string, string>()
  let at = start
  while (at < end && bytes[at] !== 0) {
    const stop = bytes.indexOf(0, at + 1)
    fields.set(String.fromCharCode(bytes[at]!), bytes.toString('utf8', at + 1, stop))
    at = stop + 1
  }
  return new ServerError(fields)
}
