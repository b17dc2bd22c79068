'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Button, ChoiceCards, Dialog, DialogActions, Field, type ChoiceCard } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FilePlus2, FolderUp, KeyRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '../api.ts'
import { textOf } from '../form-text.ts'
import { SentForm } from '../sent-form.tsx'
import { pagesOf } from '../workspace/addresses.ts'
import { DropFiles } from './drop-files.tsx'
import type { DroppedFile } from './read-files.ts'
import { ReadReport } from './read-report.tsx'

type Start = 'login' | 'blank' | 'files'
type Report = OutputOf<Contract['createWorkspace']>

const ICON = { size: 20, 'aria-hidden': true }

const STARTS: readonly ChoiceCard<Start>[] = [
  {
    value: 'login',
    title: 'Jumpstart',
    text: 'A user table with sign-up, login and me, ready to call.',
    icon: <KeyRound {...ICON} />,
  },
  { value: 'blank', title: 'Blank', text: 'Nothing in it yet.', icon: <FilePlus2 {...ICON} /> },
  { value: 'files', title: 'From files', text: 'A folder or zip of .xs files.', icon: <FolderUp {...ICON} /> },
]

/** Makes a workspace: with a login method, blank, or from files. */
export const CreateWorkspace = ({ onClose }: { onClose: () => void }) => {
  const router = useRouter()
  const queries = useQueryClient()
  const [start, setStart] = useState<Start>('login')
  const [files, setFiles] = useState<DroppedFile[]>([])
  const create = useMutation({
    mutationFn: (name: string) => api.createWorkspace({ name, start, files: start === 'files' ? files : [] }),
    onSuccess: async (report) => {
      await queries.invalidateQueries({ queryKey: ['workspaces'] })
      const pages = pagesOf(report.id)
      if (report.diagnostics.length === 0) router.push(start === 'blank' ? pages.overview() : pages.api())
    },
  })
  if (create.data !== undefined && create.data.diagnostics.length > 0) {
    return (
      <ReportDialog
        report={create.data}
        onClose={onClose}
        onOpen={() => router.push(pagesOf(create.data.id).overview())}
      />
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New workspace"
      lead="A workspace has its own tables, endpoints and functions."
    >
      <SentForm
        sending={create}
        read={(form) => textOf(form, 'name')}
        action="Create workspace"
        button="end"
        disabled={start === 'files' && files.length === 0}
      >
        <Field label="Name" name="name" required autoFocus maxLength={100} autoComplete="off" />
        <ChoiceCards label="Start with" value={start} cards={STARTS} onChange={setStart} />
        {start === 'files' && <DropFiles files={files} onFiles={setFiles} />}
      </SentForm>
    </Dialog>
  )
}

/** What was read, and everything that could not be. */
const ReportDialog = ({ report, onClose, onOpen }: { report: Report; onClose: () => void; onOpen: () => void }) => (
  <Dialog
    open
    onOpenChange={onClose}
    title="What was read"
    lead={`${report.created} objects, ${report.drafts} of them kept as drafts with problems.`}
    wide
  >
    <div className="grid grid-cols-1 gap-4">
      <ReadReport diagnostics={report.diagnostics} />
      <DialogActions>
        <Button onClick={onOpen}>Open the workspace</Button>
      </DialogActions>
    </div>
  </Dialog>
)
