'use client'
import { ChoiceCards, Dialog } from '@cairn/ui'
import { FileUp, KeyRound, Rows3, Square } from 'lucide-react'
import { useState } from 'react'
import { AuthenticationForm } from './authentication-form.tsx'
import { BlankForm } from './blank-form.tsx'
import { CrudForm } from './crud-form.tsx'
import { UploadForm } from './upload-form.tsx'

const ICON = { size: 20, 'aria-hidden': true }

const STARTS = [
  { value: 'blank', title: 'Blank', text: 'An empty stack to fill.', icon: <Square {...ICON} /> },
  { value: 'crud', title: 'CRUD', text: 'Reads and writes a table.', icon: <Rows3 {...ICON} /> },
  { value: 'authentication', title: 'Authentication', text: 'Sign-up, login and me.', icon: <KeyRound {...ICON} /> },
  { value: 'upload', title: 'Upload', text: 'Takes files and keeps them.', icon: <FileUp {...ICON} /> },
] as const

const FORMS = { blank: BlankForm, crud: CrudForm, authentication: AuthenticationForm, upload: UploadForm }

export interface EndpointDialogProps {
  workspace: number
  /** The API group that is chosen first. */
  group: string
  onClose: () => void
}

/** What each form of the dialog gets. */
export type EndpointFormProps = EndpointDialogProps

/** Adds endpoints: an empty one, or ready-made ones of a table, for signing in, or for uploads. */
export const EndpointDialog = (props: EndpointDialogProps) => {
  const [start, setStart] = useState<keyof typeof FORMS>('blank')
  const Form = FORMS[start]
  return (
    <Dialog open onOpenChange={props.onClose} title="Add API endpoint" lead="It is live as soon as it is published.">
      <div className="grid grid-cols-1 gap-5">
        <ChoiceCards label="Start with" value={start} cards={STARTS} wide onChange={setStart} />
        <Form {...props} />
      </div>
    </Dialog>
  )
}
