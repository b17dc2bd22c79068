import type { FilterDefinition, StatementDefinition } from '@cairn/statements'

/** What the browser knows of a statement: all that is data, nothing that runs. */
export type StatementInfo = Omit<StatementDefinition, 'needs'>

/** What the browser knows of a filter. */
export type FilterInfo = Omit<FilterDefinition, 'needs' | 'examples'> & { example: string | null }

export interface Definitions {
  statements: StatementInfo[]
  filters: FilterInfo[]
}
