import path from 'node:path'

/** The seed that comes with the service. */
export const seedFolder = path.join(import.meta.dirname, '../../seed')
