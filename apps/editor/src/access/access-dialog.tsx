'use client'
import { Dialog, Tabs } from '@cairn/ui'
import { useState } from 'react'
import { MatrixSection } from './matrix-section.tsx'
import { ViewAsSection } from './view-as-section.tsx'

export interface AccessDialogProps {
  workspace: number
  group: string
  /** Tables whose rows can sign in. */
  authTables: readonly string[]
  onClose: () => void
}

/** Who gets in where: every endpoint of a group, called as everybody or as one. */
export const AccessDialog = ({ workspace, group, authTables, onClose }: AccessDialogProps) => {
  const [tab, setTab] = useState<'everybody' | 'one'>('everybody')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title={`Access to ${group}`}
      lead="Each published endpoint is really called, without input, on the live data. Nothing that it writes stays, and nothing is sent."
    >
      <Tabs
        keep
        label="Who calls"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'everybody', label: 'Everybody', content: <MatrixSection workspace={workspace} group={group} /> },
          {
            value: 'one',
            label: 'View as a row',
            content: <ViewAsSection workspace={workspace} group={group} authTables={authTables} />,
          },
        ]}
      />
    </Dialog>
  )
}
