const name = 'pacta-key'

/** The key that the reader gave in this tab. */
export function readKey(): string | undefined {
  return sessionStorage.getItem(name) ?? undefined
}

/** Keeps a key for as long as the tab is open. */
export function keepKey(key: string): void {
  sessionStorage.setItem(name, key)
}
