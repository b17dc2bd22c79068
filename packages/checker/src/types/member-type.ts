import { any, nothing, type Type } from './type.ts'

/** What a key finds in a value, or undefined where it surely finds nothing. */
export function memberType(type: Type, key: string): Type | undefined {
  if (type.kind === 'object') return type.fields.get(key) ?? type.hidden?.get(key) ?? (type.open ? any : undefined)
  return type.kind === 'array' && /^-?\d+$/.test(key) ? type.items : any
}

/** One element of what a loop or a filter goes over. */
export function elementType(type: Type): Type {
  if ('items' in type) return type.items
  return type.kind === 'null' ? nothing : any
}
