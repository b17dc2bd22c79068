'use client'
import { Dialog, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { textOf } from '../form-text.ts'
import { SentForm } from '../sent-form.tsx'

/** Sets an environment variable: a new one where `name` is '', else that one's value. */
export const VariableDialog = ({
  workspace,
  name,
  onClose,
}: {
  workspace: number
  name: string
  onClose: () => void
}) => {
  const queries = useQueryClient()
  const set = useMutation({
    mutationFn: (variable: { name: string; value: string }) => api.setVariable({ workspace, ...variable }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['variables', workspace] })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={name === '' ? 'New variable' : `Replace ${name}`}
      lead="The value is not shown again, to you neither."
    >
      <SentForm
        sending={set}
        read={(form) => ({ name: name || textOf(form, 'name'), value: textOf(form, 'value') })}
        action="Save"
        button="end"
      >
        {name === '' && (
          <Field
            label="Name"
            name="name"
            required
            autoFocus
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
            pattern="[A-Za-z_][A-Za-z0-9_]*"
            hint="Letters, digits and “_”."
          />
        )}
        <Field
          label="Value"
          name="value"
          type="password"
          autoComplete="new-password"
          autoFocus={name !== ''}
          maxLength={32_000}
        />
      </SentForm>
    </Dialog>
  )
}
