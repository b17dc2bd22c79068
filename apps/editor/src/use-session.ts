'use client'
import { ApiError } from '@cairn/contract'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { api } from './api.ts'

/** Who is signed in; leads to the sign-in page where nobody is. */
export function useSession() {
  const router = useRouter()
  const session = useQuery({ queryKey: ['session'], queryFn: () => api.session({}) })
  const signedOut = session.error instanceof ApiError && session.error.status === 401
  useEffect(() => {
    if (signedOut) router.replace('/sign-in')
  }, [signedOut, router])
  return { user: session.data?.user ?? null, waiting: session.data === undefined && (session.isPending || signedOut) }
}
