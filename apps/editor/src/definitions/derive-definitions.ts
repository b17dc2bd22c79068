import type { FilterCatalogue, FilterDefinition, StatementDefinition, StatementModule } from '@cairn/statements'
import type { Definitions, FilterInfo, StatementInfo } from './definitions.ts'

/** The definitions of a catalogue as plain data, without behaviour. Runs at build time. */
export function deriveDefinitions(
  catalogue: ReadonlyMap<string, StatementModule>,
  filters: FilterCatalogue,
): Definitions {
  const statements = [...catalogue.values()].map(({ definition }) => statementInfo(definition))
  return { statements, filters: filters.all.map(({ definition }) => filterInfo(definition)) }
}

function statementInfo({ needs: _needs, ...shown }: StatementDefinition): StatementInfo {
  return shown
}

function filterInfo({ needs: _needs, examples, ...shown }: FilterDefinition): FilterInfo {
  return { ...shown, example: examples[0]?.expression ?? null }
}
