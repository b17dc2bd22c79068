/** The embedded PostgreSQL cannot be used; `code` is stable, `hint` the next step. */
export class ClusterError extends Error {
  readonly code:
    | 'no_binaries'
    | 'broken_binaries'
    | 'init_failed'
    | 'start_failed'
    | 'wrong_version'
    | 'busy'
    | 'no_owner'
  readonly hint: string | null

  constructor(code: ClusterError['code'], message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'ClusterError'
    this.code = code
    this.hint = options.hint ?? null
  }
}
