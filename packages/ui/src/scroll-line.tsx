'use client'
import { useEffect, useRef, useState, type ReactNode } from 'react'

/**
 * One line that scrolls sideways where it is too long, and fades at the side on which there is more. What is chosen in it
 * stays in sight when its width changes.
 */
export const ScrollLine = ({ className = '', children }: { className?: string; children: ReactNode }) => {
  const line = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState({ before: false, after: false })
  useEffect(() => {
    const element = line.current
    if (element === null) return
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element
      // Widths are rounded, the place is not.
      setMore({ before: scrollLeft > 1, after: scrollLeft + clientWidth < scrollWidth - 1 })
    }
    const resized = new ResizeObserver(() => {
      const chosen = element.querySelector<HTMLElement>('[aria-selected=true], [aria-current]')
      if (chosen !== null) centreInLine(chosen)
      look()
    })
    for (const box of [element, ...element.children]) resized.observe(box)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  return (
    <div
      ref={line}
      data-before={more.before || undefined}
      data-after={more.after || undefined}
      className={`scroll-line ${className}`}
    >
      {children}
    </div>
  )
}

/** Brings something in a line to its middle, where the line scrolls; what is around the line stays where it is. */
export function centreInLine(element: HTMLElement): void {
  const line = element.closest('.scroll-line')
  line?.scrollTo({ left: element.offsetLeft - (line.clientWidth - element.offsetWidth) / 2 })
}
