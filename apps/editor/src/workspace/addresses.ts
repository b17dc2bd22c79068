type Query = Readonly<Record<string, string | number | null | undefined>>

/**
 * Addresses of a workspace's pages. They are static files, so what is shown stands in the query: the branch, where it is
 * another than the live one, too.
 */
export function pagesOf(workspace: number, branch?: string) {
  const page = (path: string, more: Query = {}): string => {
    const query = Object.entries({ id: workspace, branch, ...more })
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    return `/workspace${path}?${query.join('&')}`
  }
  const pages = {
    overview: () => page(''),
    api: (group?: string) => page('/api', { group }),
    database: () => page('/database'),
    library: (tab?: string) => page('/library', { tab }),
    diagram: () => page('/database', { view: 'diagram' }),
    tasks: () => page('/tasks'),
    history: () => page('/history'),
    request: ({ at, id }: { at: string; id: string }) => page('/history', { at, request: id }),
    settings: (tab?: string) => page('/settings', { tab }),
    docs: (group: string) => page('/docs', { group }),
    stack: (object: number, address: string | null = null) => page('/stack', { object, at: address }),
    /** With one of its rows in sight. */
    table: (object: number, row: number | string | null = null) => page('/database', { object, row }),
    /** The page that edits an object; of a stack, with the statement at `address` selected. */
    object: ({ id, kind }: { id: number; kind: string }, address: string | null = null): string =>
      kind === 'table' ? pages.table(id) : pages.stack(id, address),
  }
  return pages
}

export type Pages = ReturnType<typeof pagesOf>
