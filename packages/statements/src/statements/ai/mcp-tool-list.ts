import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { mcpArgs } from './mcp-args.ts'

export const definition: StatementDefinition = {
  name: 'ai.external.mcp.tool.list',
  label: 'MCP: list tools',
  category: 'ai',
  icon: 'list',
  help: 'The tools of an MCP server.',
  args: {
    ...mcpArgs,
  },
  result: 'array',
  needs: [],
  unavailable: 'connections to MCP servers',
}

export const examples: readonly StatementExample[] = []
