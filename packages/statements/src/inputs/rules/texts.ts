import { compilePattern, type Pattern } from '../../text/pattern.ts'
import { Refusal, broken } from '../refusal.ts'
import { ofText, textArgument, type Rule } from './rule.ts'

export const trim: Rule = () => ofText((text) => text.trim())
export const lower: Rule = () => ofText((text) => text.toLowerCase())
export const upper: Rule = () => ofText((text) => text.toUpperCase())

export const startsWith: Rule = (args) => {
  const prefix = textArgument(args)
  return ofText((text) => {
    if (!text.startsWith(prefix)) throw broken(`start with "${prefix}"`)
    return text
  })
}

export const endsWith: Rule = (args) => {
  const suffix = textArgument(args)
  return ofText((text) => {
    if (!text.endsWith(suffix)) throw broken(`end with "${suffix}"`)
    return text
  })
}

/** `prevent:admin`: the text must not hold it. Case counts; `lower|prevent:admin` makes it not count. */
export const prevent: Rule = (args) => {
  const unwanted = textArgument(args)
  return ofText((text) => {
    if (unwanted !== '' && text.includes(unwanted)) throw broken(`not contain "${unwanted}"`)
    return text
  })
}

/** `pattern:^[A-Z]+$:message`: matches anywhere unless anchored. One that is no pattern fails when it is used. */
export const pattern: Rule = (args) => {
  const source = textArgument(args)
  const message = args[1] === undefined ? null : textArgument(args, 1)
  let compiled: Pattern | null = null
  return ofText((text) => {
    compiled ??= compilePattern(source)
    if (compiled.test(text)) return text
    throw message === null ? broken('match its pattern') : new Refusal('broken_rule', () => message)
  })
}
