import { catalogueNames } from '../report/catalogue-names.ts'
import { didYouMean } from '../report/did-you-mean.ts'
import type { Check } from './check.ts'

/** A statement that the catalogue does not have. */
export const statements: Check = {
  codes: { unknown_statement: 'error' },
  statement({ statement, definition }, { workspace, report }) {
    if (definition !== undefined) return
    const hint = didYouMean(statement.name, catalogueNames(workspace.catalogue), 'See the list of statements.')
    report('unknown_statement', statement.nameSpan, `There is no statement "${statement.name}".`, hint)
  },
}
