export type Severity = 'error' | 'warning'

/** One finding in a text. `code` is stable and listed in docs/diagnostics.md; `hint` says what to do next. */
export interface Diagnostic {
  severity: Severity
  code: string
  message: string
  hint?: string
  /** UTF-16 offsets into the text. */
  start: number
  end: number
  /** 1-based. */
  line: number
  column: number
}
