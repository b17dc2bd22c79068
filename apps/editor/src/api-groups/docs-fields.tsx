'use client'
import { Select } from '@cairn/ui'
import type { GroupSettings } from './group-settings.ts'

type Docs = GroupSettings['docs']

const BYTES = 20

const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const ACCESS: Readonly<Record<Docs['access'], (docs: Docs) => Docs>> = {
  members: () => ({ access: 'members', token: null }),
  public: () => ({ access: 'public', token: null }),
  token: ({ token }) => ({ access: 'token', token: token ?? randomToken() }),
}

const isAccess = (value: string): value is Docs['access'] => Object.hasOwn(ACCESS, value)

/** Who may read the documentation of a group. */
export const DocsFields = ({ docs, onChange }: { docs: Docs; onChange: (docs: Docs) => void }) => (
  <div className="grid gap-1.5">
    <Select
      label="Documentation"
      value={docs.access}
      options={[
        { value: 'members', label: 'For members of this workspace' },
        { value: 'token', label: 'For who has the link' },
        { value: 'public', label: 'For everybody' },
      ]}
      onChange={(access) => isAccess(access) && onChange(ACCESS[access](docs))}
    />
    {docs.access !== 'members' && (
      <p className="text-xs text-muted">The link is on the group’s documentation page once this is saved.</p>
    )}
  </div>
)
