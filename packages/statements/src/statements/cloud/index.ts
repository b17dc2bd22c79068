import type { StatementModule } from '../../define/types.ts'
import { s3 } from './s3/index.ts'
import { azure } from './azure/index.ts'
import { google } from './google/index.ts'
import { elasticsearch } from './elasticsearch/index.ts'
import { opensearch } from './opensearch/index.ts'
import { algolia } from './algolia/index.ts'

/** Statements of cloud services, in the order of the palette. */
export const cloud: readonly StatementModule[] = [
  ...s3,
  ...azure,
  ...google,
  ...elasticsearch,
  ...opensearch,
  ...algolia,
]
