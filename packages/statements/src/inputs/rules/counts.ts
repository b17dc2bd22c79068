import { broken } from '../refusal.ts'
import { numberArgument, ofText, type Rule } from './rule.ts'

export const minAlpha = atLeast(/[a-zA-Z]/g, 'letter')
export const minLowerAlpha = atLeast(/[a-z]/g, 'lower-case letter')
export const minUpperAlpha = atLeast(/[A-Z]/g, 'upper-case letter')
export const minDigit = atLeast(/[0-9]/g, 'digit')
export const minSymbol = atLeast(/[\p{P}\p{S}]/gu, 'symbol')

/** A rule that counts characters of a kind; without a number it asks for one. */
function atLeast(kind: RegExp, name: string): Rule {
  return (args) => {
    const least = numberArgument(args) ?? 1
    return ofText((text) => {
      if (countUpTo(text, kind, least) < least) throw broken(`have at least ${least} ${name}${least === 1 ? '' : 's'}`)
      return text
    })
  }
}

/** How many there are; stops at `enough`. */
function countUpTo(text: string, kind: RegExp, enough: number): number {
  let count = 0
  for (const _ of text.matchAll(kind)) {
    count += 1
    if (count >= enough) break
  }
  return count
}
