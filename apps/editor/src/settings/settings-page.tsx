'use client'
import { Tabs } from '@cairn/ui'
import { useRouter, useSearchParams } from 'next/navigation'
import { pages } from '../workspace/addresses.ts'
import { PageFrame } from '../workspace/page-frame.tsx'
import { useWorkspace } from '../workspace/use-workspace.ts'
import { GeneralSection } from './general-section.tsx'
import { InvitationsSection } from './invitations-section.tsx'
import { MembersSection } from './members-section.tsx'
import { mayAs, useRole } from './roles.ts'

/** What holds for the whole workspace, a tab for each kind; the address says which is open. */
export const SettingsPage = () => {
  const router = useRouter()
  const { id, workspace } = useWorkspace()
  const role = useRole(id)
  const asked = useSearchParams().get('tab')
  const tabs = [
    { value: 'general', label: 'General', content: workspace !== null && <GeneralSection workspace={workspace} /> },
    {
      value: 'members',
      label: 'Members & invitations',
      content: (
        <>
          <MembersSection workspace={id} />
          {role !== null && mayAs(role, 'admin') && <InvitationsSection workspace={id} role={role} />}
        </>
      ),
    },
  ]
  const open = tabs.find(({ value }) => value === asked)?.value ?? 'general'
  return (
    <PageFrame title="Settings" lead="What holds for the whole workspace.">
      <Tabs label="Settings" value={open} tabs={tabs} onChange={(value) => router.replace(pages.settings(id, value))} />
    </PageFrame>
  )
}
