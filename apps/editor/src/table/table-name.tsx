'use client'
import { Alert, Button, Field } from '@cairn/ui'
import { useState } from 'react'
import { useDesigner, useDesignerState } from '../designer/designer-context.tsx'
import { setHead } from '../designer/engine/commands/edit.ts'
import { nameOf } from '../designer/engine/document.ts'
import { text } from '../designer/engine/nodes.ts'
import type { Draft } from '../designer/use-draft.ts'
import { gateway } from '../workspace/gateway.ts'
import { RenameEverywhere } from './rename-everywhere.tsx'

export interface TableNameProps {
  workspace: number
  object: number
  autosave: Draft['autosave']
}

/** The name of the table, changed here alone or wherever stacks name it. */
export const TableName = ({ workspace, object, autosave }: TableNameProps) => {
  const { designer, surroundings } = useDesigner()
  const name = useDesignerState((state) => nameOf(state.document.object?.target ?? null))
  const [typed, setTyped] = useState<string | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const wanted = (typed ?? name).trim()
  const ask = async () => {
    if (surroundings.tables.includes(wanted)) return setWrong(`There is a table "${wanted}" already.`)
    // What is renamed everywhere is what the server has.
    const edition = await autosave?.flush()
    if (edition === null || edition === undefined) return setWrong('The draft is not saved yet. Try again in a moment.')
    setWrong(null)
    setAsking(wanted)
  }
  const close = () => {
    setAsking(null)
    setTyped(null)
  }
  const take = async () => {
    const { draft, edition } = await gateway.object(workspace, object)
    if (draft !== null) designer.setText(draft)
    autosave?.setEdition(edition)
    close()
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      {wrong !== null && <Alert>{wrong}</Alert>}
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label="Name"
            value={typed ?? name}
            onChange={(event) => setTyped(event.target.value)}
            maxLength={128}
          />
        </div>
        <Button type="submit" look="outline" disabled={wanted === '' || wanted === name}>
          Rename
        </Button>
      </div>
      {asking !== null && (
        <RenameEverywhere
          renaming={{ workspace, kind: 'table', from: name, to: asking }}
          onDone={() => void take()}
          onLeave={() => {
            designer.run(setHead('', 'target', text(asking)))
            close()
          }}
          onClose={close}
        />
      )}
    </form>
  )
}
