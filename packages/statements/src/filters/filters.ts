import type { Filter } from '../define/types.ts'
import { arrayFilters } from './array/index.ts'
import { comparisonFilters } from './comparison/index.ts'
import { conversionFilters } from './conversion/index.ts'
import { mathFilters } from './math/index.ts'
import { objectFilters } from './object/index.ts'
import { securityFilters } from './security/index.ts'
import { textFilters } from './text/index.ts'
import { timestampFilters } from './timestamp/index.ts'
import { typeFilters } from './type/index.ts'

/** The catalogue of filters. */
export interface FilterCatalogue {
  /** Every filter once, in the order the palette shows them. */
  readonly all: readonly Filter[]
  /** The filter of that name or deprecated alias. */
  get(name: string): Filter | undefined
}

/** A catalogue of these filters. A name that two of them claim is a mistake of ours: it throws. */
export function filterCatalogue(all: readonly Filter[]): FilterCatalogue {
  const byName = new Map<string, Filter>()
  for (const filter of all) {
    for (const name of [filter.definition.name, ...(filter.definition.aliases ?? [])]) {
      if (byName.has(name)) throw new TypeError(`Two filters are named "${name}".`)
      byName.set(name, filter)
    }
  }
  return { all, get: (name) => byName.get(name) }
}

export const filters: FilterCatalogue = filterCatalogue([
  ...arrayFilters,
  ...objectFilters,
  ...typeFilters,
  ...comparisonFilters,
  ...mathFilters,
  ...textFilters,
  ...conversionFilters,
  ...timestampFilters,
  ...securityFilters,
])
