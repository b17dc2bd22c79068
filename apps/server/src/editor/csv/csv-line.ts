import { guarded } from '@cairn/contract'

/** A line of a CSV file (RFC 4180) with its end. Texts never begin a formula; numbers are numbers. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = guarded(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
