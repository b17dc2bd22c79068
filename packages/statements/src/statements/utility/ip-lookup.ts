import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.ip_lookup',
  label: 'IP address lookup',
  category: 'utility',
  icon: 'map-pinned',
  help: 'Where in the world an IP address is.',
  keywords: ['geography', 'country', 'city'],
  args: { value: required('text', 'Address', 'An IPv4 or IPv6 address.') },
  result: 'object',
  needs: [],
  unavailable: 'a database of addresses',
}

export const examples: readonly StatementExample[] = []
