'use client'
import { Tabs } from '@cairn/ui'
import { useSearchParams } from 'next/navigation'
import { PageFrame } from '../workspace/page-frame.tsx'
import { usePages, useWorkspace } from '../workspace/use-workspace.ts'
import { BranchesSection } from './branches-section.tsx'
import { DatasourcesSection } from './datasources-section.tsx'
import { FolderSection } from './folder-section.tsx'
import { GeneralSection } from './general-section.tsx'
import { InvitationsSection } from './invitations-section.tsx'
import { MembersSection } from './members-section.tsx'
import { mayAs, useRole } from './roles.ts'
import { TokensSection } from './tokens-section.tsx'
import { VariablesSection } from './variables-section.tsx'

/** What holds for the whole workspace, a tab for each kind; the address says which is open. */
export const SettingsPage = () => {
  const { id, workspace } = useWorkspace()
  const pages = usePages()
  const role = useRole(id)
  const mayEdit = mayAs(role, 'developer')
  const asked = useSearchParams().get('tab')
  const tabs = [
    {
      value: 'general',
      label: 'General',
      content: workspace !== null && <GeneralSection workspace={workspace} role={role} />,
    },
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
    {
      value: 'tokens',
      label: 'Access tokens',
      content:
        role !== null && mayEdit ? (
          <TokensSection workspace={id} role={role} />
        ) : (
          <p className="text-muted">{role === null ? 'Looking up your role.' : 'Access tokens are for developers.'}</p>
        ),
    },
    {
      value: 'variables',
      label: 'Environment variables',
      content: <VariablesSection workspace={id} mayEdit={mayEdit} />,
    },
    {
      value: 'branches',
      label: 'Branches',
      content: <BranchesSection workspace={id} mayEdit={mayEdit} mayGoLive={mayAs(role, 'admin')} />,
    },
    { value: 'datasources', label: 'Datasources', content: <DatasourcesSection workspace={id} mayEdit={mayEdit} /> },
    {
      value: 'folder',
      label: 'Import & export',
      content: workspace !== null && <FolderSection workspace={workspace} mayEdit={mayEdit} />,
    },
  ]
  const open = tabs.find(({ value }) => value === asked)?.value ?? 'general'
  return (
    <PageFrame title="Settings" lead="What holds for the whole workspace.">
      <Tabs
        label="Settings"
        value={open}
        tabs={tabs}
        // Past the router, whose navigation would take the focus from the tab.
        onChange={(value) => window.history.replaceState(null, '', pages.settings(value))}
      />
    </PageFrame>
  )
}
