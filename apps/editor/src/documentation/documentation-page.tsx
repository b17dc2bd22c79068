'use client'
import { EmptyState } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { api } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { PageFrame } from '../workspace/page-frame.tsx'
import { useWorkspace } from '../workspace/use-workspace.ts'
import { DocumentationView } from './documentation-view.tsx'
import { ShareLink } from './share-link.tsx'

/** The documentation of an API group, for members of its workspace. */
export const DocumentationPage = () => {
  const { id, branch } = useWorkspace()
  const group = useSearchParams().get('group') ?? ''
  const documentation = useQuery({
    queryKey: ['documentation', id, branch, group],
    queryFn: () => api.documentation({ workspace: id, branch, group }),
    enabled: group !== '',
    staleTime: 0,
    retry: false,
  })
  return (
    <PageFrame
      title={group === '' ? 'Documentation' : group}
      lead="How to call what is published, and a form to try it."
    >
      {group === '' ? (
        <EmptyState title="No API group is chosen">Open the documentation of a group from the API page.</EmptyState>
      ) : (
        <QueryView query={documentation}>
          {(found) => (
            <DocumentationView documentation={found}>
              <ShareLink workspace={id} group={group} />
            </DocumentationView>
          )}
        </QueryView>
      )}
    </PageFrame>
  )
}
