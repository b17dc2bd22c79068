'use client'
import { Alert, Button, Dialog, DialogActions, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { explain } from '../../api.ts'
import { gateway } from '../../workspace/gateway.ts'
import { useBranch } from '../../workspace/use-workspace.ts'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { extractFunction, type Extraction } from '../engine/extract-function.ts'

export interface ExtractDialogProps {
  workspace: number
  addresses: readonly string[]
  onClose: () => void
}

/** Turns statements into a function of the workspace: shows what it takes and gives, and asks for its name. */
export const ExtractDialog = ({ workspace, addresses, onClose }: ExtractDialogProps) => {
  const { catalogue } = useDesigner()
  const object = useDesignerState((state) => state.document.object)
  const [found] = useState(() => (object === null ? null : extractFunction(object, addresses, catalogue)))
  if (found === null) return null
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Turn into a function"
      lead="The statements move into a function of the workspace, and a call stands in their place."
      wide
    >
      {'refused' in found ? (
        <div className="grid grid-cols-1 gap-4">
          <Alert>{found.refused}</Alert>
          <DialogActions>
            <Button look="outline" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </div>
      ) : (
        <ExtractForm workspace={workspace} extraction={found} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface ExtractFormProps {
  workspace: number
  extraction: Extraction
  onClose: () => void
}

const ExtractForm = ({ workspace, extraction, onClose }: ExtractFormProps) => {
  const { designer } = useDesigner()
  const queries = useQueryClient()
  const branch = useBranch()
  const [name, setName] = useState('')
  const wanted = name.trim()
  const text = extraction.functionText(wanted === '' ? 'name' : wanted)
  const create = useMutation({
    mutationFn: () => gateway.createObject(workspace, branch, { source: text, publish: true }),
    onSuccess: async () => {
      designer.run(extraction.call(wanted))
      onClose()
      await queries.invalidateQueries({ queryKey: ['objects', workspace] })
    },
  })
  return (
    <form
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '') create.mutate()
      }}
    >
      {create.error !== null && <Alert>{explain(create.error)}</Alert>}
      <Field
        label="Name"
        required
        autoFocus
        autoComplete="off"
        maxLength={200}
        value={name}
        hint="Folders are part of it: billing/total"
        onChange={(event) => setName(event.target.value)}
      />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">Takes</dt>
        <dd className="font-mono text-xs leading-5">{extraction.inputs.join(', ') || 'nothing'}</dd>
        <dt className="text-muted">Gives back</dt>
        <dd className="font-mono text-xs leading-5">
          {extraction.outputs.map((output) => `$${output}`).join(', ') || 'nothing'}
        </dd>
      </dl>
      <pre
        tabIndex={0}
        aria-label="The function"
        className="max-h-72 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs"
      >
        {text}
      </pre>
      <p className="text-xs text-muted">Undo takes the call back; the function stays in the library.</p>
      <DialogActions>
        <Button look="outline" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" busy={create.isPending} disabled={wanted === ''}>
          Create function
        </Button>
      </DialogActions>
    </form>
  )
}
