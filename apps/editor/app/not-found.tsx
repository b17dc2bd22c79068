import Link from 'next/link'
import { Entry } from '../src/entry.tsx'

const NotFound = () => (
  <Entry title="Nothing stands here" lead="This address leads to no page of the editor.">
    <Link href="/" className="font-medium text-accent underline underline-offset-4">
      Back to your workspaces
    </Link>
  </Entry>
)

export default NotFound
