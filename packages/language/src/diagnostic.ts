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

/** What the reader of a text says about a place in it; `locate` adds line and column. */
export interface Finding {
  severity: Severity
  code: string
  message: string
  hint?: string
  start: number
  end: number
}

/** 1-based line and column (UTF-16 units) of an offset. Offsets outside the text count as its nearest end. */
export function lineColumn(text: string, offset: number): { line: number; column: number } {
  return locator(text)(offset)
}

/** Adds line and column to findings of one text. */
export function locate(text: string, findings: readonly Finding[]): Diagnostic[] {
  if (findings.length === 0) return []
  const at = locator(text)
  return findings.map((finding) => ({ ...finding, ...at(finding.start) }))
}

/** Finds the line starts of a text once, then answers by bisection. */
export function locator(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const place = Math.max(0, Math.min(offset, text.length))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: place - (starts[low] ?? 0) + 1 }
  }
}
