'use client'
import { useEffect, useRef, type RefObject } from 'react'

export interface ClipboardWays {
  /** What is copied; null where there is nothing to copy. */
  copy: () => string | null
  paste: (text: string) => void
}

/** Copying from and pasting into an element that has the focus and holds no text of its own. */
export function useClipboard(element: RefObject<HTMLElement | null>, ways: ClipboardWays): void {
  const latest = useRef(ways)
  useEffect(() => {
    latest.current = ways
  })
  useEffect(() => {
    const isHere = () => element.current !== null && document.activeElement === element.current
    const onCopy = (event: ClipboardEvent) => {
      const text = isHere() ? latest.current.copy() : null
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!isHere() || text === '') return
      event.preventDefault()
      latest.current.paste(text)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [element])
}
