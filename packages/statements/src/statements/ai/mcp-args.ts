import { optional, required } from '../../define/parameters.ts'
import type { Parameter } from '../../define/types.ts'

/** How an MCP server is reached. */
export const mcpArgs: Readonly<Record<string, Parameter>> = {
  url: required('text', 'Address', 'Where to send it.'),
  bearer_token: optional('text', 'Token', 'Proves who asks.'),
  connection_type: optional('text', 'Connection', 'sse or stream.'),
}
