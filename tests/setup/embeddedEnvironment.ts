/** The environment of a Pacta in a process of its own that starts a small embedded Neo4j, as `JAVA_TOOL_OPTIONS` say to. */
export function embeddedEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', JAVA_HOME, JAVA_TOOL_OPTIONS } = process.env
  const memory = { PACTA_HEAP_MB: '400', PACTA_PAGE_CACHE_MB: '32' }
  return { PATH, HOME, ...memory, ...(JAVA_HOME && { JAVA_HOME }), ...(JAVA_TOOL_OPTIONS && { JAVA_TOOL_OPTIONS }) }
}
