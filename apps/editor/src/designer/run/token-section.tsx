'use client'
import { CopyButton, Segments, Select } from '@cairn/ui'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useDesigner } from '../designer-context.tsx'
import { useDebug } from './use-debug.ts'
import { LogInThrough } from './log-in-through.tsx'
import { PasteToken } from './paste-token.tsx'
import { RowToken } from './row-token.tsx'
import type { RunToken } from './debug-store.ts'

export interface TokenSectionProps {
  workspace: number
  /** The table whose token the endpoint demands; '' where it demands none. */
  auth: string
  authTables: readonly string[]
  datasource: string
}

const WAYS = [
  { value: 'row', label: 'Pick a row' },
  { value: 'login', label: 'Log in through' },
  { value: 'paste', label: 'Paste' },
] as const

/** Who a run is for: a token made for a row, taken from a login, or pasted. */
export const TokenSection = ({ workspace, auth, authTables, datasource }: TokenSectionProps) => {
  const { debug } = useDesigner()
  const token = useDebug((state) => state.token)
  const [way, setWay] = useState<'row' | 'login' | 'paste'>('row')
  const [chosen, setChosen] = useState(authTables[0] ?? '')
  const table = auth === '' ? chosen : auth
  return (
    <section aria-label="Authentication" className="grid gap-2">
      <h3 className="text-sm font-semibold">Authentication</h3>
      <p className="text-xs text-muted">
        {auth === ''
          ? 'Nothing is demanded here; a token fills $auth all the same.'
          : `This endpoint demands a token of the table “${auth}”.`}
      </p>
      {token === null ? (
        <>
          <Segments label="How a token is found" value={way} segments={WAYS} onChange={setWay} />
          {auth === '' && way === 'row' && authTables.length > 1 && (
            <Select
              label="Auth table"
              value={table}
              options={authTables.map((value) => ({ value, label: value }))}
              onChange={setChosen}
            />
          )}
          {way === 'row' && (
            <RowToken
              key={table}
              workspace={workspace}
              table={table}
              datasource={datasource}
              onToken={debug.setToken}
            />
          )}
          {way === 'login' && <LogInThrough workspace={workspace} datasource={datasource} onToken={debug.setToken} />}
          {way === 'paste' && <PasteToken workspace={workspace} onToken={debug.setToken} />}
        </>
      ) : (
        <TokenCard
          token={token}
          onForget={() => debug.setToken(null)}
          onLogin={() => (debug.setToken(null), setWay('login'))}
        />
      )}
    </section>
  )
}

interface TokenCardProps {
  token: RunToken
  onForget: () => void
  onLogin: () => void
}

const TITLES = { row: 'Made for a row', login: 'From a login', pasted: 'Pasted' } as const

/** The token in use: what it says, and what it lacks. */
const TokenCard = ({ token: { token, claims, from }, onForget, onLogin }: TokenCardProps) => {
  const { table, id, expiresAt, expired, extras } = claims
  const has = Object.keys(extras).length > 0
  return (
    <div className="grid gap-2 rounded-md border border-line px-3 py-2">
      <div className="flex items-center gap-1">
        <span className="min-w-0 flex-1 truncate text-sm font-medium">
          {table} {id}
        </span>
        <span className="rounded-sm bg-sunken px-1.5 py-0.5 text-xs text-muted">{TITLES[from]}</span>
        <CopyButton size="sm" text={token} label="token" />
        <button
          type="button"
          aria-label="Forget this token"
          onClick={onForget}
          className="grid size-8 cursor-pointer place-items-center rounded-md text-muted hover:bg-sunken"
        >
          <X size={14} aria-hidden />
        </button>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 font-mono text-xs">
        <dt className="text-muted">expires</dt>
        <dd className={expired ? 'text-danger' : ''}>
          {expiresAt === null ? 'never' : `${new Date(expiresAt).toLocaleString('en')}${expired ? ', expired' : ''}`}
        </dd>
        <dt className="text-muted">extras</dt>
        <dd className="min-w-0 break-words">{has ? JSON.stringify(extras) : 'none'}</dd>
      </dl>
      {claims.debugger && (
        <div role="note" className="grid gap-1.5 rounded-md bg-warning-soft px-2.5 py-2 text-xs text-warning">
          <p>
            This token was made for the id alone. No login or signup stack ran, so it has <strong>no extras</strong>:
            what they put into a token (a role, for instance) is missing here.
          </p>
          <p>
            To test with real extras, run the endpoint that creates them and paste its token here, or{' '}
            <button type="button" onClick={onLogin} className="cursor-pointer font-medium underline">
              log in through
            </button>{' '}
            that endpoint.
          </p>
        </div>
      )}
    </div>
  )
}
