'use client'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from '@cairn/ui'
import { useState } from 'react'
import { api, explain } from '../../api.ts'
import type { RunToken } from './debug-store.ts'

/** A token of this workspace from elsewhere; the server says what is in it. */
export const PasteToken = ({ workspace, onToken }: { workspace: number; onToken: (token: RunToken) => void }) => {
  const [typed, setTyped] = useState('')
  const token = typed.trim().replace(/^Bearer +/i, '')
  const decode = useMutation({
    mutationFn: () => api.decodeToken({ workspace, token }),
    onSuccess: (claims) => onToken({ token, claims, from: 'pasted' }),
  })
  return (
    <form
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        decode.mutate()
      }}
    >
      <textarea
        aria-label="Token"
        rows={3}
        spellCheck={false}
        autoComplete="off"
        placeholder="eyJhbGciOiJBMjU2S1ci…"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="rounded-md border border-line-strong bg-surface px-2 py-1.5 font-mono text-xs break-all"
      />
      {decode.error !== null && <Alert>{explain(decode.error)}</Alert>}
      <Button type="submit" size="sm" look="outline" busy={decode.isPending} disabled={token === ''}>
        Use this token
      </Button>
    </form>
  )
}
