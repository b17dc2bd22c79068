import type { WorkspaceStore } from '@cairn/workspace'

/** What names a branch in a URL: nothing where it is the live one. */
export async function branchAddress(
  store: Pick<WorkspaceStore, 'branches'>,
  workspace: number,
  branch: string | undefined,
): Promise<string> {
  if (branch === undefined) return ''
  const found = (await store.branches(workspace)).find(({ name }) => name === branch)
  return found?.live === false ? `:${branch}` : ''
}

/** Where an API group answers, on the branch that `address` names. */
export const baseUrl = (origin: string, canonical: string, address = ''): string =>
  `${origin}/api:${canonical}${address}`
