import type { WorkspaceItem } from '@cairn/language'

/** What makes an object the same one on the next import: its name; for a query its group, verb and path. */
export const identityOf = (item: WorkspaceItem): string =>
  item.kind === 'query' ? `${item.apiGroup ?? ''} ${item.verb} ${item.path}` : item.name
