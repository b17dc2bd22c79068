import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { mcpArgs } from './mcp-args.ts'

export const definition: StatementDefinition = {
  name: 'ai.external.mcp.server_details',
  label: 'MCP: server details',
  category: 'ai',
  icon: 'server',
  help: 'What an MCP server says of itself.',
  args: {
    ...mcpArgs,
  },
  result: 'object',
  needs: [],
  unavailable: 'connections to MCP servers',
}

export const examples: readonly StatementExample[] = []
