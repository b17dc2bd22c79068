'use client'
import { CopyButton } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { readGroupSettings } from '../api-groups/group-settings.ts'
import { useObjects } from '../objects/use-objects.ts'
import { gateway } from '../workspace/gateway.ts'
import { useGroup } from '../workspace/use-groups.ts'
import { useWorkspace } from '../workspace/use-workspace.ts'

/** The address that others read the documentation at, where the group's settings open it. */
export const ShareLink = ({ workspace, group }: { workspace: number; group: string }) => {
  const object = (useObjects(workspace).data ?? []).find(({ kind, name }) => kind === 'api_group' && name === group)
  const canonical = useGroup(group)?.canonical
  const { isLive } = useWorkspace()
  const source = useQuery({
    queryKey: ['group', workspace, object?.id],
    queryFn: () => gateway.object(workspace, object?.id ?? 0),
    enabled: object !== undefined,
    staleTime: 0,
  })
  const docs = readGroupSettings(source.data?.published ?? '')?.docs
  // Others read of what is live.
  if (!isLive || docs === undefined || docs.access === 'members' || canonical === undefined) return null
  const link = `${window.location.origin}/docs#${canonical}${docs.token === null ? '' : `/${encodeURIComponent(docs.token)}`}`
  return (
    <span className="flex items-center text-sm text-muted">
      {docs.access === 'public' ? 'Open to everybody' : 'Open to who has the link'}
      <CopyButton size="sm" text={link} label="link to the documentation" />
    </span>
  )
}
