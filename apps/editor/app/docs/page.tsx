import type { Metadata } from 'next'
import { PublicDocumentation } from '../../src/documentation/public-documentation.tsx'

export const metadata: Metadata = { title: 'API documentation' }

const Page = () => <PublicDocumentation />

export default Page
