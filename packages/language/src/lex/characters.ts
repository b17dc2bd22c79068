/** Character codes of the scanner. */
const TAB = 9
export const NEW_LINE = 10
const RETURN = 13
export const SPACE = 32
export const QUOTE = 34
export const DOLLAR = 36
export const APOSTROPHE = 39
export const MINUS = 45
export const DOT = 46
export const SLASH = 47
export const QUESTION = 63
export const AT = 64
export const BACKSLASH = 92
export const UNDERSCORE = 95
const BYTE_ORDER_MARK = 0xfeff

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A letter, an underscore, or anything beyond ASCII that is no white space. */
export function isWordStart(code: number): boolean {
  if (code >= 97 && code <= 122) return true
  if (code >= 65 && code <= 90) return true
  return code === UNDERSCORE || (code > 127 && !isSpace(code))
}

export function isWordPart(code: number): boolean {
  return isWordStart(code) || isDigit(code)
}

/** White space, line breaks included. */
export function isSpace(code: number): boolean {
  if (code === SPACE || code === NEW_LINE || code === TAB || code === RETURN) return true
  return code === 0xa0 || code === BYTE_ORDER_MARK || code === 0x2028 || code === 0x2029 || code === 11 || code === 12
}
