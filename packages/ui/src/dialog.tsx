'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** One sentence below the title. */
  lead?: string
  wide?: boolean
  children: ReactNode
}

/** A sheet over the page that keeps the focus until it closes. */
export const Dialog = ({ open, onOpenChange, title, lead, wide = false, children }: DialogProps) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
      <Radix.Content
        {...(lead === undefined ? { 'aria-describedby': undefined } : {})}
        className={`fixed top-[8dvh] left-1/2 z-50 flex max-h-[84dvh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-raised ${wide ? 'max-w-3xl' : 'max-w-lg'}`}
      >
        <header className="grid gap-0.5 border-b border-line py-4 pr-14 pl-5">
          <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
          {lead !== undefined && <Radix.Description className="text-sm text-muted">{lead}</Radix.Description>}
        </header>
        {/* What has the focus is not to lie under the actions at the foot. */}
        <div className="scroll-pb-20 overflow-y-auto px-5 py-4">{children}</div>
        {/* Last, so that the focus begins at what the dialog asks. */}
        <Radix.Close asChild>
          <Button look="quiet" size="sm" icon aria-label="Close" className="absolute top-3 right-3">
            <X size={16} aria-hidden />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
