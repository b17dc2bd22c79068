import type { StatementModule } from '../../define/types.ts'
import * as lambda from './lambda.ts'
import * as realtimeEvent from './realtime-event.ts'
import * as request from './request.ts'
import * as stream from './stream.ts'

/** Statements that reach other servers and clients, in the order of the palette. */
export const api: readonly StatementModule[] = [request, lambda, stream, realtimeEvent]
