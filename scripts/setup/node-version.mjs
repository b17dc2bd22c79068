/** Ends the process where Node.js is older than package.json's `engines` ask for. */
export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`cairn: Node.js 20.19 or newer is needed, this is ${process.version}. See https://nodejs.org`)
  process.exit(1)
}
