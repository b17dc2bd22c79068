'use client'
import { Button, Logo, ThemeToggle } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleUser, LogOut } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { api } from './api.ts'

export const TopBar = ({ name }: { name: string }) => {
  const router = useRouter()
  const queries = useQueryClient()
  const signOut = useMutation({
    mutationFn: () => api.signOut({}),
    onSettled: () => {
      queries.clear()
      router.replace('/sign-in')
    },
  })
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex h-14 max-w-5xl items-center gap-2 px-4 sm:px-6">
        <div className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <Logo size={24} /> Cairn
        </div>
        <Link
          href="/account"
          className="ml-auto inline-flex h-8 min-w-0 items-center gap-1.5 rounded-md px-2 text-sm text-muted hover:bg-sunken hover:text-ink"
        >
          <CircleUser size={16} aria-hidden className="shrink-0" />
          <span className="sr-only">Your account</span>
          <span className="hidden truncate sm:inline">{name}</span>
        </Link>
        {/* The last button's words end where the page does. */}
        <div className="-mr-2.5 flex items-center">
          <ThemeToggle />
          <Button look="quiet" size="sm" busy={signOut.isPending} onClick={() => signOut.mutate()}>
            <LogOut size={16} aria-hidden /> Sign out
          </Button>
        </div>
      </div>
    </header>
  )
}
