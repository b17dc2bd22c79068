import type { EnvPort } from '@cairn/statements'
import { Masker } from './masker.ts'

/** Values shorter than this are words as likely as secrets: `admin`, `true`. */
export const shortestSecret = 8

/** What stands in recordings for the value of a variable. */
const markOf = (name: string): string => `\u0001environment ${name}\u0001`

/** The variables long enough to be secrets, by name. */
export function secretVariables(env: EnvPort): [name: string, value: string][] {
  return Object.entries(env.all()).flatMap(([name, value]) =>
    typeof value === 'string' && value.length >= shortestSecret ? [[name, value] as [string, string]] : [],
  )
}

/** Value → mark: recordings hold no variable. */
export function environmentMarks(env: EnvPort): Map<string, string> {
  return new Map(secretVariables(env).map(([name, value]) => [value, markOf(name)]))
}

/** Puts the variables as they are now where their marks stand. */
export function readMarks(env: EnvPort): Masker {
  const values = new Map(secretVariables(env).map(([name, value]) => [markOf(name), value]))
  return new Masker(values.keys(), (mark) => values.get(mark) ?? '')
}
