'use client'
import { EmptyState, Logo, ThemeToggle } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { DocumentationView } from './documentation-view.tsx'

/** What stands behind `#`, which no server sees: the group's URL segment, and the token where it takes one. */
interface Address {
  canonical: string
  token: string | null
}

/** The documentation of a group whose settings open it, for who does not sign in here. */
export const PublicDocumentation = () => {
  const [address, setAddress] = useState<Address | null>(null)
  useEffect(() => {
    const read = () => setAddress(readAddress(window.location.hash.slice(1)))
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  const documentation = useQuery({
    queryKey: ['public documentation', address],
    queryFn: () => api.publicDocumentation(address ?? { canonical: '', token: null }),
    enabled: address !== null && address.canonical !== '',
    retry: false,
  })
  return (
    <main className="mx-auto max-w-5xl px-4 py-8 sm:px-6">
      <header className="mb-6 flex items-center gap-3">
        <Logo size={28} />
        <h1 className="min-w-0 flex-1 truncate text-2xl font-semibold tracking-tight">
          {documentation.data?.openApi.info.title ?? 'API documentation'}
        </h1>
        <ThemeToggle />
      </header>
      {address?.canonical === '' ? (
        <EmptyState title="The link is cut short">Open it whole, with all that follows “#”.</EmptyState>
      ) : (
        <QueryView query={documentation}>{(found) => <DocumentationView documentation={found} />}</QueryView>
      )}
    </main>
  )
}

function readAddress(hash: string): Address {
  const [canonical = '', token] = hash.split('/')
  return { canonical, token: token === undefined ? null : decoded(token) }
}

/** As it is where it was not encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
