'use client'
import { useState, type MouseEvent as ReactMouseEvent, type RefObject } from 'react'
import { useDesigner } from '../designer-context.tsx'

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** How far the mouse moves before it is a lasso and no click. */
const LEAST = 5

/** Shift and drag over the rows selects those that are touched. */
export function useListLasso(list: RefObject<HTMLElement | null>) {
  const { designer } = useDesigner()
  const [box, setBox] = useState<Box | null>(null)
  const start = (down: ReactMouseEvent) => {
    if (!down.shiftKey || down.button !== 0) return
    // No text is selected and no row dragged meanwhile.
    down.preventDefault()
    let moved = false
    const move = (event: MouseEvent) => {
      const next = boxOf(down, event)
      moved ||= Math.max(next.width, next.height) > LEAST
      if (!moved) return
      setBox(next)
      designer.select(touched(list.current, next))
    }
    const end = () => {
      window.removeEventListener('mousemove', move)
      setBox(null)
      // The click that ends a lasso selects nothing else.
      if (moved) window.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true })
    }
    window.addEventListener('mousemove', move)
    window.addEventListener('mouseup', end, { once: true })
  }
  return { box, start }
}

const boxOf = (from: { clientX: number; clientY: number }, to: { clientX: number; clientY: number }): Box => ({
  left: Math.min(from.clientX, to.clientX),
  top: Math.min(from.clientY, to.clientY),
  width: Math.abs(from.clientX - to.clientX),
  height: Math.abs(from.clientY - to.clientY),
})

/** The statements whose rows a box touches, from top to bottom. */
function touched(list: HTMLElement | null, { top, height }: Box): string[] {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-key][draggable=true]') ?? [])]
  return rows.flatMap((row) => {
    const place = row.getBoundingClientRect()
    const key = row.dataset['key']
    return key !== undefined && place.bottom > top && place.top < top + height ? [key] : []
  })
}
