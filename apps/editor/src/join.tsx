'use client'
import { Alert, Button, Field, Skeleton } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { api, explain } from './api.ts'
import { Entry } from './entry.tsx'
import { textOf } from './form-text.ts'
import { NewPassword } from './new-password.tsx'
import { SentForm } from './sent-form.tsx'
import { pagesOf } from './workspace/addresses.ts'

/** Redeems an invitation: its secret stands behind `#`, which no server sees. */
export const Join = () => {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    const read = () => setCode(window.location.hash.slice(1))
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  const invitation = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => api.openInvitation({ code: code ?? '' }),
    enabled: code !== null && code !== '',
    staleTime: Infinity,
  })
  if (code === '') return <Unusable>The link is cut short. Open it whole, with all that follows “#”.</Unusable>
  if (invitation.error !== null) {
    return <Unusable onAgain={() => void invitation.refetch()}>{explain(invitation.error)}</Unusable>
  }
  if (code === null || invitation.data === undefined) {
    return (
      <Entry title="Join" lead="Looking the invitation up.">
        <Skeleton className="h-48" />
      </Entry>
    )
  }
  return <JoinForm code={code} {...invitation.data} />
}

const Unusable = ({ children, onAgain }: { children: string; onAgain?: () => void }) => (
  <Entry title="Join" lead="This invitation can not be opened.">
    <Alert>{children}</Alert>
    {onAgain !== undefined && (
      <Button look="outline" onClick={onAgain}>
        Try again
      </Button>
    )}
  </Entry>
)

interface JoinFormProps {
  code: string
  workspace: string
  email: string
  role: string
  /** Whether the address has an account already. */
  account: boolean
}

const JoinForm = ({ code, workspace, email, role, account }: JoinFormProps) => {
  const router = useRouter()
  const queries = useQueryClient()
  const join = useMutation({
    mutationFn: (form: FormData) =>
      api.acceptInvitation({
        code,
        password: textOf(form, 'password'),
        ...(account ? {} : { name: textOf(form, 'name') }),
      }),
    onSuccess: (joined) => {
      queries.clear()
      router.replace(pagesOf(joined.workspace).overview())
    },
  })
  return (
    <Entry title={`Join ${workspace}`} lead={`You are invited as ${role}.`}>
      <SentForm sending={join} read={(form) => form} action="Join">
        <Field label="E-mail" name="email" type="email" autoComplete="username" readOnly value={email} />
        {!account && <Field label="Your name" name="name" autoComplete="name" required autoFocus maxLength={100} />}
        {account ? (
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            minLength={10}
            autoFocus
            hint="That of the account you have."
          />
        ) : (
          <NewPassword hint="A few words make a good one." />
        )}
      </SentForm>
    </Entry>
  )
}
