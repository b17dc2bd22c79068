import type { Metadata } from 'next'
import { StackPage } from '../../../src/workspace/stack-page.tsx'

export const metadata: Metadata = { title: 'Function stack' }

const Page = () => <StackPage />

export default Page
