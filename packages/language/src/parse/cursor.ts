import type { Finding } from '../diagnostic.ts'
import { scan } from '../lex/scan.ts'
import type { SourceComment, Token } from '../lex/token.ts'
import type { Body, Comment, Expression, Invalid, Node, Span } from '../tree.ts'

/** How a filter's argument ends: see filter-argument.ts. */
export type Position = 'value' | 'condition'

/** The deepest nesting of blocks and brackets that is read. */
const MAX_DEPTH = 200

/** Thrown inside the parser by `fail`, and caught by the nearest `recover`. One for all: a stack trace each is slow. */
const UNREADABLE = new Error('The text cannot be read here.')

const OPENERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])
const CLOSERS: ReadonlySet<string> = new Set(OPENERS.values())

/** What literals may hold and cannot read themselves: their files would import each other. */
export interface InnerReaders {
  expression: (cursor: Cursor, position: Position) => Expression
  /** Reads `{…}` whose lines are fields. */
  fields: (cursor: Cursor) => Body
}

/** A place in the tokens of a text, with what was found so far. The functions beside this file read through it. */
export class Cursor {
  readonly text: string
  readonly findings: Finding[] = []
  readonly #tokens: Token[]
  readonly #comments: SourceComment[]
  #index = 0
  #taken = 0
  #depth = 0
  readonly expression: InnerReaders['expression']
  readonly fields: InnerReaders['fields']

  constructor(text: string, { expression, fields }: InnerReaders) {
    const { tokens, comments } = scan(text)
    this.text = text
    this.#tokens = tokens
    this.#comments = comments
    this.expression = expression
    this.fields = fields
  }

  get token(): Token {
    return this.peek(0)
  }

  /** The token `ahead` places on; the end of the text past the last. */
  peek(ahead: number): Token {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)] as Token
  }

  /** How many tokens were read. */
  get position(): number {
    return this.#index
  }

  /** End of the last token that was read. */
  get lastEnd(): number {
    return this.#index === 0 ? 0 : (this.#tokens[this.#index - 1] as Token).end
  }

  next(): Token {
    const token = this.token
    if (token.kind !== 'end') this.#index++
    return token
  }

  get atEnd(): boolean {
    return this.token.kind === 'end'
  }

  at(mark: string): boolean {
    return this.token.kind === 'mark' && this.token.text === mark
  }

  atWord(word: string): boolean {
    return this.token.kind === 'word' && this.token.text === word
  }

  /** On the line of the token before. */
  get sameLine(): boolean {
    return !this.token.newLine
  }

  /** Right behind the token before, without space. */
  get adjacent(): boolean {
    return this.token.start === this.lastEnd && this.token.kind !== 'end'
  }

  accept(mark: string): Token | null {
    return this.at(mark) ? this.next() : null
  }

  expect(mark: string, hint?: string): Token {
    return this.accept(mark) ?? this.fail('expected_mark', `Expected \`${mark}\` but found ${this.describe()}.`, hint)
  }

  /** The present token in words of a message. */
  describe(): string {
    const { kind, text } = this.token
    if (kind === 'end') return 'the end of the text'
    if (kind === 'separator') return 'a separator line'
    return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``
  }

  report(finding: Finding): void {
    this.findings.push(finding)
  }

  /** Reports the present token and gives up on the innermost part that `recover` guards. */
  fail(code: string, message: string, hint?: string, span: Span = this.token): never {
    const finding: Finding = { severity: 'error', code, message, start: span.start, end: span.end }
    this.report(hint === undefined ? finding : { ...finding, hint })
    throw UNREADABLE
  }

  /** Runs `read`; when it gives up, the text up to where `skip` stops becomes an Invalid node. */
  recover<T>(read: () => T, skip: (cursor: Cursor) => void): T | Invalid {
    const from = this.#index
    const depth = this.#depth
    try {
      return read()
    } catch (error) {
      if (error !== UNREADABLE) throw error
      this.#index = from
      this.#depth = depth
      skip(this)
      return this.#invalid(from)
    }
  }

  #invalid(from: number): Invalid {
    const start = (this.#tokens[from] as Token).start
    const end = this.#index === from ? start : this.lastEnd
    while ((this.#comments[this.#taken]?.start ?? Infinity) < end) this.#taken++
    return { kind: 'invalid', start, end, text: this.text.slice(start, end) }
  }

  /** Runs `read` one level deeper; too deep is a finding, not a stack overflow. */
  nested<T>(read: () => T): T {
    if (this.#depth >= MAX_DEPTH) this.failTooDeep()
    this.#depth++
    const result = read()
    this.#depth--
    return result
  }

  failTooDeep(): never {
    this.fail('too_deep', 'This is nested too deep to be read.', 'Split it into variables or functions.')
  }

  /**
   * Skips to where a part ends: at a closer that was not opened on the way, at the end of the text, at a separator line,
   * and outside brackets where `stop` says so. The first token is skipped without asking `stop`.
   */
  skipBalanced(stop: (token: Token) => boolean): void {
    const open: string[] = []
    for (let first = true; !this.atEnd && this.token.kind !== 'separator'; first = false) {
      const token = this.token
      if (open.length === 0 && !first && stop(token)) return
      if (token.kind === 'mark' && !this.#bracket(token.text, open)) return
      this.next()
    }
  }

  /** Keeps the stack of open brackets; false at a closer that nothing on the way opened. */
  #bracket(mark: string, open: string[]): boolean {
    const closer = OPENERS.get(mark)
    if (closer !== undefined) open.push(closer)
    if (!CLOSERS.has(mark)) return true
    const match = open.lastIndexOf(mark)
    if (match < 0) return false
    open.length = match
    return true
  }

  // ------------------------------------------------------------------------------------------------------ comments

  /** Takes the comments before the present token that no node has yet. */
  takeComments(): SourceComment[] {
    const from = this.#taken
    this.#taken = Math.max(from, this.token.comments)
    return this.#comments.slice(from, this.#taken)
  }

  /** Takes the comment behind the last token on its line, if the present token is not on that line too. */
  takeTrailing(): Comment | null {
    const comment = this.#comments[this.#taken]
    if (comment === undefined || !comment.sameLine || this.#taken >= this.token.comments) return null
    if (comment.start < this.lastEnd) return null
    this.#taken++
    return { text: comment.text, blankBefore: false }
  }

  /** Starts an item: its leading comments and the empty line above. Call on its first token. */
  lead(): Pick<Node, 'leading' | 'blankBefore' | 'detached'> {
    const { blankBefore } = this.token
    const comments = this.takeComments()
    if (comments.length === 0) return blankBefore ? { blankBefore } : {}
    return {
      leading: comments.map(plainComment),
      ...(comments[0]?.blankBefore === true ? { blankBefore: true } : {}),
      ...(blankBefore ? { detached: true } : {}),
    }
  }

  /** Ends an item: comments inside it that found no place go above it, the one behind it becomes its trailing comment. */
  finish<T extends Node>(node: T, lead: Pick<Node, 'leading' | 'blankBefore' | 'detached'>): T {
    Object.assign(node, lead)
    const inside: Comment[] = []
    for (let comment = this.#comments[this.#taken]; comment !== undefined; comment = this.#comments[this.#taken]) {
      if (comment.start >= node.end) break
      inside.push(plainComment(comment))
      this.#taken++
    }
    if (inside.length > 0) node.leading = [...(node.leading ?? []), ...inside]
    this.trail(node)
    return node
  }

  /** Gives the node the comment behind it, unless it has one. */
  trail(node: Node): void {
    if (node.trailing !== undefined) return
    const trailing = this.takeTrailing()
    if (trailing !== null) node.trailing = trailing
  }

  /** The comments before a closing bracket. */
  dangling(): Comment[] {
    return this.takeComments().map(plainComment)
  }
}

function plainComment({ text, blankBefore }: SourceComment): Comment {
  return { text, blankBefore }
}
