import type { StatementModule } from '@cairn/statements'

/** The statements that there are, by name. */
export type StatementCatalogue = ReadonlyMap<string, Pick<StatementModule, 'definition'>>
