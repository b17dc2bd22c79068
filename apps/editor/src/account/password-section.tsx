'use client'
import { Card, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { api } from '../api.ts'
import { textOf } from '../form-text.ts'
import { NewPassword } from '../new-password.tsx'
import { SentForm } from '../sent-form.tsx'
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
        <SentForm sending={change} read={(form) => form} action="Change password" button="start" className="max-w-sm">
          <Field label="Current password" name="current" type="password" autoComplete="current-password" required />
          <NewPassword label="New password" />
        </SentForm>
      </Card>
    </Section>
  )
}
