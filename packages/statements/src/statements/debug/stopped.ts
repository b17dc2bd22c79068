import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'

/** What ends a run at a Stop and Debug; its value is the payload. */
export function stopped(value: Value): StackError {
  return new StackError('standard', 'debug_stop', 'Stopped by Stop and Debug.', { payload: value })
}
