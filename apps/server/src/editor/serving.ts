/** What the editor's API needs of the workspaces that its process serves. */
export interface EditorServing {
  /** Waits until the process serves what the store holds now, so that what was published can be called at once. */
  caughtUp(workspaceId: number): Promise<void>
}
