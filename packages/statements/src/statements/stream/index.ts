import type { StatementModule } from '../../define/types.ts'
import * as fromCsv from './from-csv.ts'
import * as fromJsonl from './from-jsonl.ts'
import * as fromRequest from './from-request.ts'

/** Statements that read bit by bit, in the order of the palette. */
export const stream: readonly StatementModule[] = [fromCsv, fromJsonl, fromRequest]
