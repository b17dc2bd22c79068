import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { mcpArgs } from './mcp-args.ts'

export const definition: StatementDefinition = {
  name: 'ai.external.mcp.tool.run',
  label: 'MCP: call tool',
  category: 'ai',
  icon: 'wrench',
  help: 'Runs a tool of an MCP server.',
  args: {
    ...mcpArgs,
    tool: required('text', 'Tool', 'The name of the tool.'),
    args: optional('object', 'Arguments', 'What it is given.'),
  },
  result: 'any',
  needs: [],
  unavailable: 'connections to MCP servers',
}

export const examples: readonly StatementExample[] = []
