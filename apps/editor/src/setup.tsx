'use client'
import { Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { api } from './api.ts'
import { Entry } from './entry.tsx'
import { textOf } from './form-text.ts'
import { NewPassword } from './new-password.tsx'
import { SentForm } from './sent-form.tsx'

export const Setup = () => {
  const router = useRouter()
  const queries = useQueryClient()
  const setup = useMutation({
    mutationFn: api.setup,
    onSuccess: () => {
      queries.clear()
      router.replace('/')
    },
  })
  const read = (form: FormData) => ({
    code: window.location.hash.slice(1),
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    password: textOf(form, 'password'),
  })
  return (
    <Entry title="Set up Cairn" lead="This link works once. Who uses it owns this installation.">
      <SentForm sending={setup} read={read} action="Create owner">
        <Field label="Your name" name="name" autoComplete="name" required autoFocus maxLength={100} />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required />
        <NewPassword hint="A few words make a good one." />
      </SentForm>
    </Entry>
  )
}
