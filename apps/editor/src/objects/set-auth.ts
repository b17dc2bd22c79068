import { readDocument } from '../designer/engine/document.ts'
import { runCommand } from '../designer/engine/command.ts'
import { setArgument } from '../designer/engine/commands/edit.ts'
import { expressionNode, text } from '../designer/engine/nodes.ts'

/**
 * The text of an object with its authentication switched: an endpoint names the table whose tokens open it, a table says
 * true or false. null switches off. Null when the text can not be edited as it is.
 */
export function withAuth(source: string, kind: string, auth: string | null): string | null {
  const value = kind === 'table' ? expressionNode(String(auth !== null)) : auth === null ? null : text(auth)
  return runCommand(readDocument(source), setArgument('', 'auth', value))?.document.text ?? null
}
