import type { GroupSummary, PublishedWorkspace } from './types.ts'

/** The API groups of a workspace with the number of their endpoints that answer. */
export const groupSummaries = ({ model, canonicals }: PublishedWorkspace): GroupSummary[] =>
  [...model.groups.values()].map((group) => ({
    name: group.name,
    description: group.description,
    canonical: canonicals.get(group.name) ?? '',
    endpoints: model.queries.filter((query) => query.apiGroup === group.name && query.active).length,
  }))
