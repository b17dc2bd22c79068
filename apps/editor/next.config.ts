import type { NextConfig } from 'next'

/** Static files only: see docs/decisions/0005-editor-is-static.md. Types are checked by the root's tsc. */
const config: NextConfig = {
  output: 'export',
  transpilePackages: ['@cairn/ui', '@cairn/contract', '@cairn/language'],
  typescript: { ignoreBuildErrors: true },
  trailingSlash: false,
}

export default config
