'use client'
import { useQueryClient } from '@tanstack/react-query'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { objectsQuery } from '../objects/use-objects.ts'
import { pagesOf, type Pages } from './addresses.ts'
import type { ObjectEntry } from './gateway.ts'
import type { WorkspaceSummary } from './navigation.tsx'
import { useBranch, useNumber } from './use-workspace.ts'

const STACK_PAGE = '/workspace/stack'
/** What an address says whatever the branch. The object of a page that is no stack's is a table, which all share. */
const KEPT: ReadonlySet<string> = new Set(['group', 'tab', 'view', 'object', 'request', 'at'])

/** Goes to the same page on another branch: of an object, to that of its name there, else to where its like is listed. */
export function useSwitchBranch({ id, liveBranch }: WorkspaceSummary): (branch: string) => void {
  const router = useRouter()
  const queries = useQueryClient()
  const path = usePathname()
  const search = useSearchParams()
  const branch = useBranch()
  const object = useNumber('object')
  const sameObject = async (pages: Pages, next: string | undefined): Promise<string> => {
    const [here, there] = await Promise.all([
      queries.fetchQuery(objectsQuery(id, branch)),
      queries.fetchQuery(objectsQuery(id, next)),
    ])
    const own = here.find((one) => one.id === object)
    const other = own === undefined ? undefined : there.find((one) => isSame(one, own))
    if (other !== undefined) return pages.object(other)
    if (own?.kind === 'query') return pages.api()
    return own?.kind === 'task' ? pages.tasks() : pages.library()
  }
  return (name) => {
    const next = name === liveBranch ? undefined : name
    const pages = pagesOf(id, next)
    if (path === STACK_PAGE) {
      void sameObject(pages, next).then(
        (address) => router.push(address),
        () => router.push(pages.overview()),
      )
      return
    }
    const query = new URLSearchParams({ id: String(id), ...(next === undefined ? {} : { branch: next }) })
    for (const [key, value] of search) if (KEPT.has(key)) query.set(key, value)
    router.push(`${path}?${query}`)
  }
}

const isSame = (one: ObjectEntry, other: ObjectEntry): boolean =>
  one.kind === other.kind && one.name === other.name && one.verb === other.verb && one.group === other.group
