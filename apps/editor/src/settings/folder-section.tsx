'use client'
import { packFolder } from '@cairn/contract'
import { Alert, Button, Card } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { api, explain } from '../api.ts'
import { saveFile } from '../save-file.ts'
import type { WorkspaceSummary } from '../workspace/navigation.tsx'
import { useWorkspace } from '../workspace/use-workspace.ts'
import { ImportForm } from './import-form.tsx'
import { Section } from './section.tsx'

/** Takes a workspace out as a zip of `.xs` files, and brings files in. */
export const FolderSection = ({ workspace, mayEdit }: { workspace: WorkspaceSummary; mayEdit: boolean }) => {
  const { id, name } = workspace
  const { branch, isLive } = useWorkspace()
  const take = useMutation({
    mutationFn: async (drafts: boolean) => {
      const { files } = await api.exportFolder({ workspace: id, branch, drafts })
      const file = name.replaceAll(/\W+/g, '-').toLowerCase() || 'workspace'
      saveFile(`${file}.zip`, new Uint8Array(packFolder(files)), 'application/zip')
      return files.length
    },
  })
  return (
    <>
      <Section
        title={isLive ? 'Export' : `Export of ${branch}`}
        lead="Every object as text, in the files it came from. Rows and secrets are not in it."
      >
        <Card className="flex flex-wrap items-center gap-2 p-4">
          <Button look="outline" busy={take.isPending} onClick={() => take.mutate(false)}>
            <Download size={16} aria-hidden /> As published
          </Button>
          <Button look="outline" busy={take.isPending} onClick={() => take.mutate(true)}>
            <Download size={16} aria-hidden /> With drafts
          </Button>
          {take.data !== undefined && (
            <span role="status" className="text-sm text-muted">
              {take.data} {take.data === 1 ? 'file' : 'files'} in the zip.
            </span>
          )}
          {take.error !== null && <Alert>{explain(take.error)}</Alert>}
        </Card>
      </Section>
      {mayEdit && (
        <Section
          title={isLive ? 'Import' : `Import into ${branch}`}
          lead={`A folder or zip of .xs files is published at once; a text with an error is kept as a draft. What was there before stays in the history.${isLive ? '' : ' Tables are left alone: all branches share them.'}`}
        >
          <ImportForm workspace={id} />
        </Section>
      )}
    </>
  )
}
