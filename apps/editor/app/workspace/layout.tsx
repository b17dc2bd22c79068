import type { ReactNode } from 'react'
import { ASK_EARLY } from '../../src/early-answers.ts'
import { WorkspaceShell } from '../../src/workspace/shell.tsx'

const Layout = ({ children }: { children: ReactNode }) => (
  <>
    <script dangerouslySetInnerHTML={{ __html: ASK_EARLY }} />
    <WorkspaceShell>{children}</WorkspaceShell>
  </>
)

export default Layout
