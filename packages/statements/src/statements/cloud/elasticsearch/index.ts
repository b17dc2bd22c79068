import type { StatementModule } from '../../../define/types.ts'
import * as bulk from './bulk.ts'
import * as document from './document.ts'
import * as query from './query.ts'
import * as request from './request.ts'

/** Statements of Elasticsearch. */
export const elasticsearch: readonly StatementModule[] = [query, document, bulk, request]
