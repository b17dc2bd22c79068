import { named, optional } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'ai.agent.run',
  label: 'Call AI agent',
  category: 'ai',
  icon: 'bot',
  help: 'Asks an agent and gives its answer.',
  target: named('name', 'Agent', 'The name of the agent.'),
  args: {
    args: optional('object', 'Arguments', 'What it is given.'),
    allow_tool_execution: optional('bool', 'Run tools', 'Whether the agent may use its tools.'),
  },
  result: 'object',
  needs: [],
  unavailable: 'AI agents',
}

export const examples: readonly StatementExample[] = []
