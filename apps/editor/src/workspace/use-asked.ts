'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'

/** Calls back once with what the address asks to begin, `&new=endpoint`, and takes it out of the address. */
export function useAsked(begin: (what: string) => void, ready = true): void {
  const path = usePathname()
  const search = useSearchParams()
  const asked = search.get('new')
  useEffect(() => {
    if (asked === null || !ready) return
    const rest = new URLSearchParams(search)
    rest.delete('new')
    window.history.replaceState(null, '', `${path}?${rest}`)
    begin(asked)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for what is asked, not for each render's callback
  }, [asked, ready])
}
