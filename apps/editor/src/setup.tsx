'use client'
import { Alert, Button, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { api, explain } from './api.ts'
import { Entry } from './entry.tsx'
import { textOf } from './form-text.ts'

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
  const submit = (form: FormData) =>
    setup.mutate({
      code: window.location.hash.slice(1),
      name: textOf(form, 'name'),
      email: textOf(form, 'email'),
      password: textOf(form, 'password'),
    })
  return (
    <Entry title="Set up Cairn" lead="This link works once. Who uses it owns this installation.">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit(new FormData(event.currentTarget))
        }}
      >
        {setup.error !== null && <Alert>{explain(setup.error)}</Alert>}
        <Field label="Your name" name="name" autoComplete="name" required autoFocus maxLength={100} />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          hint="At least 10 characters. A few words make a good one."
        />
        <Button type="submit" busy={setup.isPending} className="mt-2">
          Create owner
        </Button>
      </form>
    </Entry>
  )
}
