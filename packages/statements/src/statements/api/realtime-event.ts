import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'api.realtime_event',
  label: 'Realtime event',
  category: 'api',
  icon: 'radio-tower',
  help: 'Sends an event to everyone, or to one person, on a channel.',
  args: {
    channel: required('text', 'Channel', 'The name of the channel.'),
    data: required('any', 'Data', 'What to send.'),
    auth_table: optional('any', 'Auth table', 'The table of the one person it is for.'),
    auth_id: optional('any', 'Auth id', 'The id of the one person it is for.'),
  },
  needs: [],
  unavailable: 'realtime channels',
}

export const examples: readonly StatementExample[] = []
