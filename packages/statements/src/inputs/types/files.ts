import { FileResource } from '../../values/value.ts'
import { unfit } from '../refusal.ts'
import type { InputType } from './input-type.ts'

/**
 * A file that came with the request. An object that only looks like one (`{"name", "path", "mime"}` in a JSON body) is
 * refused: a stack would read whatever file the caller had named.
 */
export const file: InputType = {
  holdsEmptyText: false,
  convert(value) {
    if (!(value instanceof FileResource)) throw unfit('an uploaded file', value)
    return value
  },
}
