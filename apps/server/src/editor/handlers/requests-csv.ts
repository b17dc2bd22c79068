import type { PastRequest } from '@cairn/workspace'

const COLUMNS: readonly (readonly [name: string, of: (request: PastRequest) => string | number])[] = [
  ['time', ({ at }) => new Date(at).toISOString()],
  ['method', ({ method }) => method],
  ['group', ({ group }) => group],
  ['path', ({ path }) => path],
  ['endpoint', ({ route }) => route ?? ''],
  ['status', ({ status }) => status],
  ['ms', ({ ms }) => Math.round(ms * 100) / 100],
  ['bytes', ({ size }) => size],
  ['user_table', ({ userTable }) => userTable ?? ''],
  ['user', ({ userId }) => userId ?? ''],
  ['error', ({ error }) => error ?? ''],
  ['statement', ({ errorAt }) => errorAt ?? ''],
  ['branch', ({ branch }) => branch],
  ['datasource', ({ datasource }) => datasource],
  ['id', ({ id }) => id],
]

/** A text that a spreadsheet would take for a formula is kept from being one: it came from whoever called. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Requests as RFC 4180 has it, with a line of names. */
export const requestsCsv = (requests: readonly PastRequest[]): string => {
  const lines = [COLUMNS.map(([name]) => name), ...requests.map((one) => COLUMNS.map(([, of]) => cell(of(one))))]
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}
