import type { Config } from '../config.ts'
import { type OpenDatabase, openDatabase } from '../database/open.ts'

/** Opens the database that the configuration names; also that of a service that runs, unless this is to be the service. */
export function openConfigured(config: Config, onProgress: (step: string) => void, share = true): Promise<OpenDatabase> {
  const { neo4j, home, heapMegabytes, pageCacheMegabytes, javaHome } = config
  return openDatabase({
    home,
    share,
    onProgress,
    ...(neo4j && { server: neo4j }),
    ...(heapMegabytes && { heapMegabytes }),
    ...(pageCacheMegabytes && { pageCacheMegabytes }),
    ...(javaHome && { javaHome }),
  })
}
