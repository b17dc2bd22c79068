'use client'
import { Alert, Button, Card, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { api, explain } from '../api.ts'
import { textOf } from '../form-text.ts'
import { Section } from '../settings/section.tsx'

/** Changes one's password, which ends every session. */
export const PasswordSection = () => {
  const router = useRouter()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (form: FormData) =>
      api.changePassword({ current: textOf(form, 'current'), password: textOf(form, 'password') }),
    onSuccess: () => {
      queries.clear()
      router.replace('/sign-in')
    },
  })
  return (
    <Section
      title="Password"
      lead="Changing it signs you out everywhere, here too, and ends the access tokens you made."
    >
      <Card className="p-4">
        <form
          className="grid max-w-sm gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate(new FormData(event.currentTarget))
          }}
        >
          {change.error !== null && <Alert>{explain(change.error)}</Alert>}
          <Field label="Current password" name="current" type="password" autoComplete="current-password" required />
          <Field
            label="New password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            hint="At least 10 characters."
          />
          <Button type="submit" busy={change.isPending} className="justify-self-start">
            Change password
          </Button>
        </form>
      </Card>
    </Section>
  )
}
