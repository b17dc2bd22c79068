'use client'
import { useState } from 'react'

const KEY = 'cairn-favourites'

const read = (): string[] => {
  const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
  return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : []
}

/** The statements a person starred in this browser. */
export function useFavourites(): { names: string[]; toggle: (name: string) => void } {
  const [names, setNames] = useState(read)
  const toggle = (name: string) => {
    const next = names.includes(name) ? names.filter((other) => other !== name) : [...names, name]
    localStorage.setItem(KEY, JSON.stringify(next))
    setNames(next)
  }
  return { names, toggle }
}
