/** Addresses of the editor's pages. They are static files, so what is shown stands in the query. */
export const pages = {
  overview: (workspace: number) => `/workspace?id=${workspace}`,
  api: (workspace: number, group?: string) =>
    `/workspace/api?id=${workspace}${group === undefined ? '' : `&group=${encodeURIComponent(group)}`}`,
  database: (workspace: number) => `/workspace/database?id=${workspace}`,
  library: (workspace: number, tab?: string) =>
    `/workspace/library?id=${workspace}${tab === undefined ? '' : `&tab=${tab}`}`,
  diagram: (workspace: number) => `/workspace/database?id=${workspace}&view=diagram`,
  tasks: (workspace: number) => `/workspace/tasks?id=${workspace}`,
  history: (workspace: number) => `/workspace/history?id=${workspace}`,
  request: (workspace: number, { at, id }: { at: string; id: string }) =>
    `/workspace/history?id=${workspace}&at=${encodeURIComponent(at)}&request=${id}`,
  settings: (workspace: number, tab?: string) =>
    `/workspace/settings?id=${workspace}${tab === undefined ? '' : `&tab=${tab}`}`,
  docs: (workspace: number, group: string) => `/workspace/docs?id=${workspace}&group=${encodeURIComponent(group)}`,
  stack: (workspace: number, object: number) => `/workspace/stack?id=${workspace}&object=${object}`,
  table: (workspace: number, object: number) => `/workspace/database?id=${workspace}&object=${object}`,
} as const

/** The page that edits an object; of a stack, with the statement at `address` selected. */
export const pageOf = (
  workspace: number,
  { id, kind }: { id: number; kind: string },
  address: string | null = null,
): string => {
  if (kind === 'table') return pages.table(workspace, id)
  return pages.stack(workspace, id) + (address === null ? '' : `&at=${encodeURIComponent(address)}`)
}
