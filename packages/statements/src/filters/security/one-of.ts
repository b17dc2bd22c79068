import { StackError } from '../../values/error.ts'

/** The text, when it is one of these; an `invalid_argument` error that lists them otherwise. */
export function oneOf<Name extends string>(names: readonly Name[], text: string, argument: string): Name {
  const found = names.find((name) => name === text)
  if (found !== undefined) return found
  throw new StackError('standard', 'invalid_argument', `${argument} cannot be "${text.slice(0, 40)}".`, {
    hint: `Use one of ${names.join(', ')}.`,
  })
}
