'use client'
import { Skeleton } from '@cairn/ui'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { TopBar } from '../top-bar.tsx'
import { useSession } from '../use-session.ts'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

/** One's own account: where one is signed in, and the password. */
export const AccountPage = () => {
  const { user, waiting } = useSession()
  return (
    <div className="min-h-dvh">
      <TopBar name={user?.name ?? ''} />
      <main className="mx-auto max-w-5xl px-4 py-8 sm:px-6">
        <Link href="/" className="mb-4 inline-flex items-center gap-1.5 text-sm text-muted hover:text-ink">
          <ArrowLeft size={14} aria-hidden /> Workspaces
        </Link>
        <h1 className="text-2xl font-semibold tracking-tight">Your account</h1>
        <p className="mb-8 text-muted wrap-anywhere">{user?.email ?? '…'}</p>
        {waiting ? (
          <Skeleton className="h-56" />
        ) : (
          <>
            <SessionsSection />
            <PasswordSection />
          </>
        )}
      </main>
    </div>
  )
}
