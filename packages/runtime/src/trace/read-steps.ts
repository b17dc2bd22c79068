import { readLog } from './read-log.ts'
import type { TraceRecorder } from './trace-recorder.ts'
import type { TraceStep } from './trace-step.ts'

/** What was recorded, step by step as `writeTrace` tells it, with values whole where the recorder kept them whole. */
export const readSteps = (recorder: TraceRecorder): TraceStep[] => readLog(recorder.written())
