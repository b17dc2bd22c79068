import type { StatementModule } from '../../define/types.ts'
import * as add from './add.ts'
import * as addOrEdit from './add-or-edit.ts'
import * as bulkAdd from './bulk-add.ts'
import * as bulkDelete from './bulk-delete.ts'
import * as bulkPatch from './bulk-patch.ts'
import * as bulkUpdate from './bulk-update.ts'
import * as deleteRecord from './delete.ts'
import * as directQuery from './direct-query.ts'
import * as edit from './edit.ts'
import * as externalMssql from './external-mssql.ts'
import * as externalMysql from './external-mysql.ts'
import * as externalOracle from './external-oracle.ts'
import * as externalPostgres from './external-postgres.ts'
import * as get from './get.ts'
import * as has from './has.ts'
import * as patch from './patch.ts'
import * as query from './query.ts'
import * as schema from './schema.ts'
import * as setDatasource from './set-datasource.ts'
import * as truncate from './truncate.ts'

/** Statements of users' tables, in the order of the palette. */
export const database: readonly StatementModule[] = [
  query,
  get,
  has,
  add,
  edit,
  addOrEdit,
  patch,
  deleteRecord,
  truncate,
  bulkAdd,
  bulkUpdate,
  bulkPatch,
  bulkDelete,
  directQuery,
  externalPostgres,
  externalMysql,
  externalMssql,
  externalOracle,
  schema,
  setDatasource,
]
