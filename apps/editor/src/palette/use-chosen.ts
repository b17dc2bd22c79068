'use client'
import { useEffect, useState } from 'react'

/**
 * The value of the item that is chosen. `found` are those that came later, by themselves: the first of them is chosen
 * where nothing else is, or what was chosen of them is gone.
 */
export function useChosen(found: readonly string[]): [string, (value: string) => void] {
  const [chosen, setChosen] = useState('')
  const [last, setLast] = useState<readonly string[]>([])
  const isGone = last.includes(chosen) && !found.includes(chosen)
  const [first] = found
  useEffect(() => {
    if ((chosen === '' || isGone) && first !== undefined) setChosen(first)
    setLast((before) => (before.join('\n') === found.join('\n') ? before : found))
  }, [chosen, isGone, first, found])
  return [chosen, setChosen]
}
