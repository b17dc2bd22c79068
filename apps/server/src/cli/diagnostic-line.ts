import type { FileDiagnostic } from '@cairn/language'

/** `path:line:column: error code: message`, with the hint on a line of its own. */
export function diagnosticLine({ file, line, column, severity, code, message, hint }: FileDiagnostic): string {
  const head = `${file}:${line}:${column}: ${severity} ${code}: ${message}`
  return hint === undefined ? head : `${head}\n  ${hint}`
}

/** The fields that scripts rely on. */
export function toJson({ file, line, column, severity, code, message }: FileDiagnostic) {
  return { file, line, column, severity, code, message }
}
