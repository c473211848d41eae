import type { Config } from '../config.ts'
import { type OpenDatabase, openDatabase } from '../database/open.ts'

/** Opens the database that the configuration names. */
export function openConfigured(config: Config, onProgress: (step: string) => void): Promise<OpenDatabase> {
  const { neo4j, home, heapMegabytes, pageCacheMegabytes, javaHome } = config
  return openDatabase({
    home,
    onProgress,
    ...(neo4j && { server: neo4j }),
    ...(heapMegabytes && { heapMegabytes }),
    ...(pageCacheMegabytes && { pageCacheMegabytes }),
    ...(javaHome && { javaHome }),
  })
}
