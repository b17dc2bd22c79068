import { readCell } from '@cairn/contract'
import type { GridColumn } from './grid-column.ts'
import type { Condition } from './rows.ts'

/** One way to compare a column with what was typed. */
export interface FilterOperator {
  id: string
  label: string
  /** Whether something is to be typed. */
  takes: boolean
  /** The condition, or why what was typed is none. */
  condition: (column: GridColumn, typed: string) => Condition | { wrong: string }
}

const nothing = (id: string, label: string, operator: Condition['operator']): FilterOperator => ({
  id,
  label,
  takes: false,
  condition: ({ name }) => ({ column: name, operator, value: null }),
})

const valued = (id: string, label: string, operator: Condition['operator']): FilterOperator => ({
  id,
  label,
  takes: true,
  condition: (column, typed) => {
    const read = readCell(typed, { ...column, list: false })
    return 'wrong' in read ? read : { column: column.name, operator, value: read.value }
  },
})

/** A text with what stands for any text around it; what means that in the text itself does not. */
const pattern = (id: string, label: string, around: (text: string) => string): FilterOperator => ({
  id,
  label,
  takes: true,
  condition: ({ name }, typed) => ({
    column: name,
    operator: 'ilike',
    value: around(typed.replaceAll(/[\\%_]/g, String.raw`\$&`)),
  }),
})

const IS = valued('is', 'is', '==')
const IS_NOT = valued('is-not', 'is not', '!=')
const EMPTY = [nothing('empty', 'is empty', 'is null'), nothing('filled', 'is not empty', 'is not null')]
const TEXT = [
  pattern('contains', 'contains', (text) => `%${text}%`),
  IS,
  IS_NOT,
  pattern('starts', 'starts with', (text) => `${text}%`),
  pattern('ends', 'ends with', (text) => `%${text}`),
  ...EMPTY,
]
const ORDER = (more: string, less: string) => [
  IS,
  IS_NOT,
  valued('more', more, '>'),
  valued('from', `${more} or is`, '>='),
  valued('less', less, '<'),
  valued('to', `${less} or is`, '<='),
  ...EMPTY,
]
const NUMBER = ORDER('is more than', 'is less than')
const TIME = ORDER('is after', 'is before')
const LIST: FilterOperator[] = [
  {
    ...valued('contains', 'contains', 'contains'),
    condition: (column, typed) => {
      const read = readCell(typed, { ...column, list: false })
      return 'wrong' in read ? read : { column: column.name, operator: 'contains', value: [read.value] }
    },
  },
  ...EMPTY,
]

const BY_TYPE: Readonly<Record<string, readonly FilterOperator[]>> = {
  text: TEXT,
  email: TEXT,
  int: NUMBER,
  decimal: NUMBER,
  timestamp: TIME,
  date: TIME,
  bool: [IS, ...EMPTY],
  enum: [IS, IS_NOT, ...EMPTY],
  uuid: [IS, IS_NOT, ...EMPTY],
}

/** How a column can be filtered, the most usual way first. */
export function operatorsOf({ type, list }: GridColumn): readonly FilterOperator[] {
  return list ? LIST : (BY_TYPE[type] ?? EMPTY)
}
