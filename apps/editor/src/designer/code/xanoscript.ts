import { HighlightStyle, StreamLanguage, type StreamParser } from '@codemirror/language'
import { tags } from '@lezer/highlight'

const CLAUSES = /^(?:if|elseif|else|each|as|case|default|break|try|catch|finally|stack|input|schema|response)\b/

/** Enough of the language to colour it; what a text means is the parser's business. */
const parser: StreamParser<{ triple: boolean }> = {
  startState: () => ({ triple: false }),
  token(stream, state) {
    if (state.triple) {
      if (stream.match('"""')) state.triple = false
      else stream.next()
      return 'string'
    }
    if (stream.eatSpace()) return null
    if (stream.sol() && stream.match(/^\/\/.*/)) return 'comment'
    if (stream.match(/^\/\/.*/)) return 'comment'
    if (stream.match('"""')) {
      state.triple = true
      return 'string'
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^'\\]|\\.)*'?/)) return 'string'
    if (stream.match(/^\$\$?\w*(?:\.\w+)*/)) return 'variableName'
    if (stream.match(/^\d[\d_.]*/)) return 'number'
    if (stream.match(/^\|!?\s*\w+/)) return 'function'
    if (stream.match(/^(?:true|false|null|now)\b/)) return 'atom'
    if (stream.match(CLAUSES)) return 'keyword'
    if (stream.match(/^!?[A-Za-z_][\w.]*(?=\s*[={:])/))
      return stream.current().includes('.') ? 'keyword' : 'propertyName'
    if (stream.match(/^!?[A-Za-z_][\w.]*/)) return 'keyword'
    if (stream.match(/^[{}()[\],]/)) return 'bracket'
    stream.next()
    return 'operator'
  },
  tokenTable: { function: tags.function(tags.variableName) },
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '[', '{', '"'] } },
}

export const xanoscript = StreamLanguage.define(parser)

/** The editor's own colours, so that light and dark follow the page. */
export const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--accent)' },
  { tag: tags.number, color: 'var(--warning)' },
  { tag: tags.atom, color: 'var(--warning)' },
  { tag: tags.keyword, color: 'var(--violet)' },
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.variableName, color: 'var(--blue)' },
  { tag: tags.function(tags.variableName), color: 'var(--danger)' },
  { tag: tags.operator, color: 'var(--muted)' },
  { tag: tags.bracket, color: 'var(--muted)' },
])
