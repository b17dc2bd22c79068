import type { StatementModule } from '../../../define/types.ts'
import * as request from './request.ts'

/** Statements of Algolia. */
export const algolia: readonly StatementModule[] = [request]
