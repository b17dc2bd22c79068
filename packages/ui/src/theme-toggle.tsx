'use client'
import { Moon, Sun } from 'lucide-react'
import { Button } from './button.tsx'

export const THEME_KEY = 'cairn-theme'

/** Switches between light and dark and remembers it; until then the system decides. */
export const ThemeToggle = () => {
  const toggle = () => {
    const root = document.documentElement
    const isDark =
      root.dataset.theme === undefined
        ? matchMedia('(prefers-color-scheme: dark)').matches
        : root.dataset.theme === 'dark'
    root.dataset.theme = isDark ? 'light' : 'dark'
    localStorage.setItem(THEME_KEY, root.dataset.theme)
  }
  return (
    <Button look="quiet" icon aria-label="Switch between light and dark" onClick={toggle}>
      <Sun size={18} aria-hidden className="hidden in-data-[theme=dark]:block" />
      <Moon size={18} aria-hidden className="in-data-[theme=dark]:hidden" />
    </Button>
  )
}
