import { entryOf, withEntry } from '../value/object-entries.ts'
import type { FieldPlace } from './use-field.ts'

/** The place of a key inside an object that stands in a place; without the object it is made. */
export const entryPlace = (place: FieldPlace, key: string): FieldPlace => ({
  field: `${place.field}.${key}`,
  value: entryOf(place.value, key),
  write: (next) => place.write(withEntry(place.value, key, next)),
})
