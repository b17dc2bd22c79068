import type { Metadata } from 'next'
import { Setup } from '../../src/setup.tsx'

export const metadata: Metadata = { title: 'Set up' }

const Page = () => <Setup />

export default Page
