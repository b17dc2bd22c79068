import { parse, type Diagnostic, type Expression, type SourceFile, type Statement } from '@cairn/language'

/** A saved object as the designer holds it. The text is the truth; the tree is what it parses to. */
export interface StackDocument {
  text: string
  file: SourceFile
  /** The first object of the text; null when it holds none. */
  object: Statement | null
  diagnostics: Diagnostic[]
}

/** Reads a text. Never fails: what can not be read is in `diagnostics`. */
export function readDocument(text: string): StackDocument {
  const { file, diagnostics } = parse(text)
  return { text, file, object: file.objects.find((object) => object.kind === 'statement') ?? null, diagnostics }
}

/** The text of a plain name: `"user"`, `user`, `$user`. '' for anything else. */
export function nameOf(expression: Expression | null): string {
  if (expression?.kind === 'text' || expression?.kind === 'word') return expression.value
  return expression?.kind === 'variable' ? expression.name : ''
}

export { statementsOf } from '@cairn/language'
