import type { Comment } from '../tree.ts'

/**
 * `mark` is any operator or punctuation, `separator` a line of dashes between two objects, `unknown` a character that
 * starts nothing.
 */
export type TokenKind = 'word' | 'number' | 'text' | 'variable' | 'mark' | 'separator' | 'unknown' | 'end'

export interface Token {
  kind: TokenKind
  /** As written; quotes included. */
  text: string
  start: number
  end: number
  /** A line break stood before it. */
  newLine: boolean
  /** An empty line stood before it. */
  blankBefore: boolean
  /** How many comments of the source stand before it. */
  comments: number
  /** False for a text whose closing quote is missing. */
  closed: boolean
}

/** A comment with its place. `sameLine`: code stood before it on its line. */
export interface SourceComment extends Comment {
  start: number
  end: number
  sameLine: boolean
}

export interface Tokens {
  tokens: Token[]
  comments: SourceComment[]
}
