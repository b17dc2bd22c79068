'use client'
import { useEffect, useState } from 'react'

const SEEN_KEY = 'cairn-tour'
const START = 'cairn-start-tour'

/** Starts the tour from wherever it is asked for. */
export const startTour = (): void => void window.dispatchEvent(new Event(START))

export interface Tour {
  /** Which step is shown; null when it does not run. */
  step: number | null
  /** Whether it is offered: until it was taken or skipped once in this browser. */
  offered: boolean
  go: (step: number) => void
  /** Ends or declines it, for good. */
  end: () => void
}

/** The first-run tour of this browser. */
export function useTour(): Tour {
  const [step, setStep] = useState<number | null>(null)
  const [offered, setOffered] = useState(false)
  useEffect(() => setOffered(localStorage.getItem(SEEN_KEY) === null), [])
  useEffect(() => {
    const start = () => setStep(0)
    window.addEventListener(START, start)
    return () => window.removeEventListener(START, start)
  }, [])
  const end = () => {
    localStorage.setItem(SEEN_KEY, 'seen')
    setOffered(false)
    setStep(null)
  }
  return { step, offered, go: setStep, end }
}
