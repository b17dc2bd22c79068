import type { StatementModule } from '../../define/types.ts'
import * as agentRun from './agent-run.ts'
import * as mcpServerDetails from './mcp-server-details.ts'
import * as mcpToolList from './mcp-tool-list.ts'
import * as mcpToolRun from './mcp-tool-run.ts'

/** Statements of agents and MCP servers, in the order of the palette. */
export const ai: readonly StatementModule[] = [agentRun, mcpToolList, mcpToolRun, mcpServerDetails]
