import type { Metadata } from 'next'
import { LibraryPage } from '../../../src/workspace/list-pages.tsx'

export const metadata: Metadata = { title: 'Library' }

const Page = () => <LibraryPage />

export default Page
