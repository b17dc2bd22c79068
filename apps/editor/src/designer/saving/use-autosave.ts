'use client'
import { useEffect, useState } from 'react'
import type { Designer } from '../engine/designer-store.ts'
import { startAutosave, type Autosave, type SaveAnswer, type SaveState } from './autosave.ts'
import { writeKept } from './keep.ts'

export interface AutosaveSetting {
  designer: Designer
  /** Where this browser keeps the object. */
  key: string
  edition: number
  unsent: boolean
  base: string | null
  unanswered: readonly string[]
  send: (text: string, edition: number) => Promise<SaveAnswer>
}

/** Autosave for as long as the designer is open, with its state to show. */
export function useAutosave(setting: AutosaveSetting): { autosave: Autosave | null; state: SaveState } {
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const [autosave, setAutosave] = useState<Autosave | null>(null)
  const { designer, key } = setting
  useEffect(() => {
    const started = startAutosave({
      ...setting,
      keep: (kept) => void writeKept(key, kept),
      onState: setState,
      wait: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds)
        return () => clearTimeout(timer)
      },
    })
    setAutosave(started)
    const again = () => void started.flush()
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      started.stop()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one autosave a designer; the rest of the setting never changes with it
  }, [designer, key])
  return { autosave, state }
}
