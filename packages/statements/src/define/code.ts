let make: (text: string) => Code

/**
 * Code of a stack. A `Code` comes only from templates in our own sources (`js`), from numbers and from literals written
 * by `literalCode`, so text of a user can never become code: there is no other way to make one.
 */
export class Code {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }

  static {
    make = (text) => new Code(text)
  }
}

/** A template of code: js`${slot} = ${value}`. Takes only other code and whole numbers. */
export function js(template: TemplateStringsArray, ...parts: readonly (Code | number)[]): Code {
  if (!Object.isFrozen(template)) throw new TypeError('Code is made from template literals only.')
  let text = template[0] ?? ''
  parts.forEach((part, index) => {
    text += partText(part) + (template[index + 1] ?? '')
  })
  return make(text)
}

/** Several pieces of code, a comma between them. */
export function commas(parts: readonly Code[]): Code {
  return make(parts.map(partText).join(', '))
}

/** Several pieces of code, one a line. */
export function lines(parts: readonly Code[]): Code {
  return make(parts.map(partText).join('\n'))
}

/** A literal of plain data. A key `__proto__` is written as an own member. */
export function literalCode(value: unknown): Code {
  if (Array.isArray(value)) return js`[${commas(value.map(literalCode))}]`
  if (typeof value !== 'object' || value === null) return make(scalarText(value))
  return objectCode(Object.entries(value).map(([key, member]) => [key, literalCode(member)]))
}

/** An object literal of members computed by code. */
export function objectCode(members: readonly (readonly [key: string, value: Code])[]): Code {
  return js`{${commas(members.map(([key, value]) => js`${keyCode(key)}: ${value}`))}}`
}

/** A key of an object literal; computed where the plain form would set the prototype. */
export function keyCode(key: string): Code {
  const text = literalCode(key)
  return key === '__proto__' ? js`[${text}]` : text
}

function scalarText(value: unknown): string {
  if (Object.is(value, -0)) return '0'
  if (typeof value === 'number' && !Number.isFinite(value)) return numberWords.get(String(value)) ?? 'NaN'
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError('Only plain data has a literal.')
  return text.replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`)
}

const numberWords = new Map([
  ['Infinity', 'Infinity'],
  ['-Infinity', '-Infinity'],
])

function partText(part: Code | number): string {
  if (part instanceof Code) return part.toString()
  if (Number.isSafeInteger(part) && part >= 0) return String(part)
  throw new TypeError('Only code and whole numbers may stand in code.')
}
