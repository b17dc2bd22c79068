import {
  APOSTROPHE,
  AT,
  BACKSLASH,
  DOLLAR,
  DOT,
  isDigit,
  isSpace,
  isWordPart,
  isWordStart,
  MINUS,
  NEW_LINE,
  QUESTION,
  QUOTE,
  SLASH,
  SPACE,
  UNDERSCORE,
} from './characters.ts'
import type { SourceComment, Token, TokenKind, Tokens } from './token.ts'

/** Longest first, so that the first match is the right one. */
const MARKS = '``` === !== ... == != <= >= && || ?? ?: .. !~ @> < > ~ ? . + - * / % ( ) [ ] { } , : = | ! ` @'.split(
  ' ',
)
/** A variable whose name is no word. */
const QUOTED_VARIABLE = /\$\["(?:[^"\\\n]|\\.)*"\]/y
const marksByFirst: (string[] | undefined)[] = []
for (const mark of MARKS) {
  const code = mark.charCodeAt(0)
  marksByFirst[code] = [...(marksByFirst[code] ?? []), mark]
}

/** Marks that become null-safe with a `?` right behind. */
const NULL_SAFE = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>=', '~', '!~', '@>'])
const DATE = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-])/y

/** Cuts a text into tokens; comments are kept apart. Linear in the text, never throws. */
export function scan(text: string): Tokens {
  return new Scanner(text).run()
}

class Scanner {
  readonly #text: string
  readonly #tokens: Token[] = []
  readonly #comments: SourceComment[] = []
  #at = 0
  /** Line breaks since the last token or comment. */
  #breaks = 0
  /** A line break since the last token. */
  #newLine = true

  constructor(text: string) {
    this.#text = text
  }

  run(): Tokens {
    for (;;) {
      this.#skipSpace()
      if (this.#at >= this.#text.length) break
      if (this.#isComment()) this.#comment()
      else this.#token()
    }
    this.#push('end', this.#at)
    return { tokens: this.#tokens, comments: this.#comments }
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at)
      if (!isSpace(code)) return
      if (code === NEW_LINE) {
        this.#breaks++
        this.#newLine = true
      }
      this.#at++
    }
  }

  #isComment(): boolean {
    return this.#text.charCodeAt(this.#at) === SLASH && this.#text.charCodeAt(this.#at + 1) === SLASH
  }

  #comment(): void {
    const start = this.#at
    const lineEnd = this.#text.indexOf('\n', start)
    const end = lineEnd < 0 ? this.#text.length : lineEnd
    this.#comments.push({
      text: this.#text.slice(start + 2, end).trimEnd(),
      blankBefore: this.#breaks > 1,
      start,
      end,
      sameLine: !this.#newLine,
    })
    this.#breaks = 0
    this.#at = end
  }

  #push(kind: TokenKind, end: number, closed = true, text = this.#text.slice(this.#at, end)): void {
    this.#tokens.push({
      kind,
      text,
      start: this.#at,
      end,
      newLine: this.#newLine,
      blankBefore: this.#breaks > 1,
      comments: this.#comments.length,
      closed,
    })
    this.#breaks = 0
    this.#newLine = false
    this.#at = end
  }

  #token(): void {
    const code = this.#text.charCodeAt(this.#at)
    const next = this.#text.charCodeAt(this.#at + 1)
    if (this.#followsDot() && isKeyStart(code)) return this.#push('word', this.#keyEnd(this.#at + 1))
    if (isWordStart(code)) return this.#push('word', this.#wordEnd(this.#at + 1))
    if (code === DOLLAR) return this.#variable(next)
    if (code === QUOTE || code === APOSTROPHE) return this.#quoted(code)
    if (isDigit(code)) return this.#number()
    if (code === MINUS && this.#separator()) return
    this.#mark(code)
  }

  /** A key right behind a `.`: `.0`, `.3d_model`, `.$remote_ip`, `.@meta`. */
  #followsDot(): boolean {
    const last = this.#tokens.at(-1)
    return last !== undefined && last.text === '.' && last.end === this.#at
  }

  #keyEnd(from: number): number {
    let end = from
    while (isWordPart(this.#text.charCodeAt(end)) || this.#text.charCodeAt(end) === DOLLAR) end++
    return end
  }

  #wordEnd(from: number): number {
    let end = from
    while (isWordPart(this.#text.charCodeAt(end))) end++
    return end
  }

  #variable(next: number): void {
    if (next === DOLLAR) return this.#push('variable', this.#at + 2)
    if (isWordPart(next)) return this.#push('variable', this.#wordEnd(this.#at + 1))
    QUOTED_VARIABLE.lastIndex = this.#at
    const quoted = QUOTED_VARIABLE.exec(this.#text)
    if (quoted !== null) return this.#push('variable', this.#at + quoted[0].length)
    this.#push('unknown', this.#at + 1)
  }

  #quoted(quote: number): void {
    if (quote === QUOTE && this.#text.startsWith('"""', this.#at)) return this.#tripleQuoted()
    let end = this.#at + 1
    for (; end < this.#text.length; end++) {
      const code = this.#text.charCodeAt(end)
      if (code === quote) return this.#push('text', end + 1)
      if (code === BACKSLASH) end++
      else if (code === NEW_LINE) break
    }
    this.#push('text', this.#trimmedLineEnd(Math.min(end, this.#text.length)), false)
  }

  #tripleQuoted(): void {
    let end = this.#text.indexOf('"""', this.#at + 3)
    while (end > 0 && this.#text.charCodeAt(end - 1) === BACKSLASH) end = this.#text.indexOf('"""', end + 1)
    if (end < 0) return this.#push('text', this.#text.trimEnd().length, false)
    this.#push('text', end + 3)
  }

  /** The end of an unclosed text, without the space before the line break. */
  #trimmedLineEnd(lineEnd: number): number {
    let end = lineEnd
    while (end > this.#at + 1 && isSpace(this.#text.charCodeAt(end - 1))) end--
    return end
  }

  #number(): void {
    DATE.lastIndex = this.#at
    const date = DATE.exec(this.#text)
    if (date !== null) return this.#push('word', this.#at + date[0].length)
    let end = this.#digits(this.#at)
    if (this.#text.charCodeAt(end) === DOT && isDigit(this.#text.charCodeAt(end + 1))) end = this.#digits(end + 1)
    end = this.#exponent(end)
    if (!isWordPart(this.#text.charCodeAt(end))) return this.#push('number', end)
    this.#push('word', this.#wordEnd(end))
  }

  #digits(from: number): number {
    let end = from
    while (isDigit(this.#text.charCodeAt(end)) || this.#text.charCodeAt(end) === UNDERSCORE) end++
    return end
  }

  #exponent(from: number): number {
    const letter = this.#text[from]
    if (letter !== 'e' && letter !== 'E') return from
    const sign = this.#text[from + 1]
    const digits = sign === '+' || sign === '-' ? from + 2 : from + 1
    return isDigit(this.#text.charCodeAt(digits)) ? this.#digits(digits) : from
  }

  /** A line of three dashes or more and nothing else. */
  #separator(): boolean {
    if (!this.#newLine && this.#tokens.length > 0) return false
    let end = this.#at
    while (this.#text.charCodeAt(end) === MINUS) end++
    if (end - this.#at < 3) return false
    let rest = end
    while (rest < this.#text.length && this.#text.charCodeAt(rest) !== NEW_LINE) {
      if (!isSpace(this.#text.charCodeAt(rest))) return false
      rest++
    }
    this.#push('separator', end)
    return true
  }

  #mark(code: number): void {
    const mark = marksByFirst[code]?.find((candidate) => this.#text.startsWith(candidate, this.#at))
    if (mark === undefined) return this.#push('unknown', this.#unknownEnd())
    const end = this.#at + mark.length
    if (!NULL_SAFE.has(mark) || this.#text.charCodeAt(end) !== QUESTION) return this.#push('mark', end, true, mark)
    this.#push('mark', end + 1)
  }

  /** One character, both halves of a surrogate pair included. */
  #unknownEnd(): number {
    const code = this.#text.codePointAt(this.#at) ?? SPACE
    return this.#at + (code > 0xffff ? 2 : 1)
  }
}

function isKeyStart(code: number): boolean {
  return isWordPart(code) || code === DOLLAR || code === AT
}
