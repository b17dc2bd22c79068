'use client'
import { Alert, Button, Dialog, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, explain } from '../api.ts'
import { textOf } from '../form-text.ts'

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
    mutationFn: (form: FormData) =>
      api.setVariable({ workspace, name: name || textOf(form, 'name'), value: textOf(form, 'value') }),
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
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          set.mutate(new FormData(event.currentTarget))
        }}
      >
        {set.error !== null && <Alert>{explain(set.error)}</Alert>}
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
        <Button type="submit" busy={set.isPending} className="justify-self-end">
          Save
        </Button>
      </form>
    </Dialog>
  )
}
