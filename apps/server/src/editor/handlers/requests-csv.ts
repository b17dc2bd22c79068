import type { PastRequest } from '@cairn/workspace'
import { csvLine } from '../csv/csv-line.ts'

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

/** Requests as a CSV file, with a line of names. */
export const requestsCsv = (requests: readonly PastRequest[]): string => {
  const lines = [COLUMNS.map(([name]) => name), ...requests.map((one) => COLUMNS.map(([, of]) => of(one)))]
  return lines.map(csvLine).join('')
}
