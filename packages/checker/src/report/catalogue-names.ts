import { filters } from '@cairn/statements'
import type { StatementCatalogue } from '../catalogue.ts'

export function catalogueNames(catalogue: StatementCatalogue): Iterable<string> {
  return catalogue.keys()
}

/** Names of all filters, without the deprecated ones. */
export function filterNames(): string[] {
  return filters.all.map(({ definition }) => definition.name)
}
