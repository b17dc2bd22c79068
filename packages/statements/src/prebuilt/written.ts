/** How names that a person chose are put into text of the language. */
import { parse, print } from '@cairn/language'

/** Quoted text. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** What stands for a name in a path and in an input's name: letters, digits and underscores. */
export function slug(name: string): string {
  const plain = name.replaceAll(/\W+/g, '_')
  return /^[0-9]/.test(plain) ? `_${plain}` : plain
}

/** The text in its canonical form. */
export function canonical(text: string): string {
  return print(parse(text).file)
}

/** `auth = "user"`, or nothing for a public endpoint. */
export function authLine(auth: string | null): string {
  return auth === null ? '' : `auth = ${quoted(auth)}`
}
