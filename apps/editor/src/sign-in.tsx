'use client'
import { Alert, Button, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { api, explain } from './api.ts'
import { Entry } from './entry.tsx'
import { textOf } from './form-text.ts'

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
  const submit = (form: FormData) => signIn.mutate({ email: textOf(form, 'email'), password: textOf(form, 'password') })
  return (
    <Entry title="Sign in" lead="Welcome back. Your APIs kept running.">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit(new FormData(event.currentTarget))
        }}
      >
        {signIn.error !== null && <Alert>{explain(signIn.error)}</Alert>}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <Button type="submit" busy={signIn.isPending} className="mt-2">
          Sign in
        </Button>
      </form>
    </Entry>
  )
}
