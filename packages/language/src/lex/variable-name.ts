import { isWordPart } from './characters.ts'
import { escape, unescape } from './text-value.ts'

/** The name in `$name`, `$$` or `$["any name"]`. */
export function variableName(source: string): string {
  return source.startsWith('$[') ? unescape(source.slice(3, -2)) : source.slice(1)
}

/** How a variable is written: `$name`, or `$["any name"]` where the name is no word. */
export function variableSource(name: string): string {
  return isPlain(name) ? `$${name}` : `$["${escape(name)}"]`
}

function isPlain(name: string): boolean {
  if (name === '' || name === '$') return name === '$'
  return Array.from(name).every((character) => isWordPart(character.charCodeAt(0)))
}
