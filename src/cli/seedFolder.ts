import { fileURLToPath } from 'node:url'

/** The seed that comes with the service. */
export const seedFolder = fileURLToPath(new URL('../../seed', import.meta.url))
