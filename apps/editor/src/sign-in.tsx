'use client'
import { Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { api } from './api.ts'
import { Entry } from './entry.tsx'
import { textOf } from './form-text.ts'
import { SentForm } from './sent-form.tsx'

export const SignIn = () => {
  const router = useRouter()
  const queries = useQueryClient()
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: () => {
      queries.clear()
      router.replace('/')
    },
  })
  return (
    <Entry title="Sign in" lead="Welcome back. Your APIs kept running.">
      <SentForm
        sending={signIn}
        read={(form) => ({ email: textOf(form, 'email'), password: textOf(form, 'password') })}
        action="Sign in"
      >
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      </SentForm>
    </Entry>
  )
}
