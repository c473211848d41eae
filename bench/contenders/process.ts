/** Where the Neo4j of this run is; the runner says it in the environment. */
export function serverAddress(): { readonly uri: string; readonly username: string; readonly password: string } {
  const { NEO4J_URI: uri = '', NEO4J_USERNAME: username = '', NEO4J_PASSWORD: password = '' } = process.env
  return { uri, username, password }
}

/** Tells the runner that this contender answers, and where; from then on it ends with the runner. */
export function reportReady(url: string): void {
  process.on('disconnect', () => process.exit())
  // One line, in the words of Pacta's own, so that the runner reads all contenders alike.
  console.log(`ready: answers at ${url}`)
}
