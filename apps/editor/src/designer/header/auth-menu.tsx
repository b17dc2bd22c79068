'use client'
import { Button, Menu } from '@cairn/ui'
import { Lock, LockOpen } from 'lucide-react'
import type { Designer } from '../engine/designer-store.ts'
import { setArgument } from '../engine/commands/edit.ts'
import { text } from '../engine/nodes.ts'

export interface AuthMenuProps {
  designer: Designer
  /** The table whose tokens open the endpoint; '' is open to everyone. */
  auth: string
  /** Tables with authentication on. */
  tables: readonly string[]
}

/** The lock of an endpoint: it is the switch. */
export const AuthMenu = ({ designer, auth, tables }: AuthMenuProps) => (
  <Menu
    trigger={
      <Button look="outline" size="sm" aria-label={auth === '' ? 'Open to everyone' : `Needs a token of ${auth}`}>
        {auth === '' ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden className="text-accent" />}
        <span className="max-md:sr-only">{auth === '' ? 'Open' : auth}</span>
      </Button>
    }
    entries={[
      {
        label: 'Open to everyone',
        icon: <LockOpen size={14} />,
        onSelect: () => designer.run(setArgument('', 'auth', null)),
      },
      ...tables.map((table) => ({
        label: `Token of ${table}`,
        icon: <Lock size={14} />,
        onSelect: () => void designer.run(setArgument('', 'auth', text(table))),
      })),
    ]}
  />
)
