import type { Metadata } from 'next'
import { Join } from '../../src/join.tsx'

export const metadata: Metadata = { title: 'Join' }

const Page = () => <Join />

export default Page
