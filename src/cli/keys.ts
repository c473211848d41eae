import { scopes } from '../api/caller.ts'
import { readConfig } from '../config.ts'
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey } from '../database/apiKeys.ts'
import type { Database } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { readOntology } from '../schema/readOntology.ts'
import type { Command, Values } from './command.ts'
import { openConfigured } from './openConfigured.ts'

/** `pacta keys`: makes, lists and revokes the keys by which callers are known. */
export const keys: Command = {
  summary: 'Make, list and revoke API keys.',
  operands: 'create | list | revoke ID',
  options: {
    name: { type: 'string', help: 'With create: whose key it is; revisions name it as their author.' },
    scope: { type: 'string', help: `With create: what it allows: ${scopes.join(', ')}; each has what stands before it.` },
    expires: { type: 'string', help: 'With create: the day at whose beginning (UTC) it ends: 2027-01-01.' },
  },
  async run(values, operands) {
    const task = readTask(values, operands)
    if (typeof task === 'string') {
      console.error(task)
      return 2
    }
    const opened = await openConfigured(readConfig(process.env), step => console.error(step))
    try {
      await migrate(opened.database, readOntology())
      return await task(opened.database)
    } finally {
      await opened.close()
    }
  },
}

type Task = (database: Database) => Promise<number>

/** What is to be done, or what is wrong with how it was asked for. */
function readTask(values: Values, [action, id, ...rest]: readonly string[]): Task | string {
  if (rest.length > 0 || (id !== undefined && action !== 'revoke')) return `"${rest[0] ?? id}" is more than \`pacta keys\` takes.`
  switch (action) {
    case 'create':
      return readCreation(values)
    case 'list':
      return list
    case 'revoke':
      return id === undefined ? 'Say which key: pacta keys revoke ID; `pacta keys list` shows the ids.' : revoke(id)
    default:
      return `\`pacta keys\` takes create, list or revoke ID, not ${action === undefined ? 'nothing' : `"${action}"`}.`
  }
}

function readCreation(values: Values): Task | string {
  const { name, scope, expires } = values as Record<string, string | undefined>
  if (!name?.trim()) return 'Say whose key it is: --name NAME.'
  if (!scopes.some(known => known === scope)) return `Say what it allows: --scope ${scopes.join(' | ')}.`
  if (expires === undefined) return create({ name: name.trim(), scope: scope! })
  const end = /^\d{4}-\d{2}-\d{2}$/.test(expires) ? new Date(`${expires}T00:00:00Z`) : undefined
  if (!end || Number.isNaN(end.getTime()) || !end.toISOString().startsWith(expires))
    return `--expires takes a day like 2027-01-01, not "${expires}".`
  if (end.getTime() <= Date.now()) return `--expires takes a day to come, not ${expires}.`
  return create({ name: name.trim(), scope: scope!, expiresAt: end.toISOString() })
}

function create(request: Parameters<typeof createApiKey>[1]): Task {
  return async database => {
    const { key, text } = await createApiKey(database, request)
    console.error(`Key ${key.id} of ${key.name} (${describe(key)}). It is shown this once; only its hash is kept:`)
    console.log(text)
    return 0
  }
}

const list: Task = async database => {
  const all = await listApiKeys(database)
  for (const key of all)
    console.log([key.id, key.scope.padEnd(5), key.createdAt.slice(0, 10), describeState(key), key.name].join('  '))
  if (all.length === 0) console.error('There are no keys.')
  return 0
}

function revoke(id: string): Task {
  return async database => {
    const key = await revokeApiKey(database, id)
    console.error(
      key ? `Key ${id} of ${key.name} opens nothing any more.` : `There is no key "${id}"; \`pacta keys list\` shows them.`,
    )
    return key ? 0 : 1
  }
}

function describe({ scope, expiresAt }: ApiKey): string {
  return `${scope}, ${expiresAt === null ? 'never expires' : `until ${expiresAt.slice(0, 10)}`}`
}

function describeState({ expiresAt, revokedAt }: ApiKey): string {
  if (revokedAt !== null) return `revoked ${revokedAt.slice(0, 10)}`
  if (expiresAt === null) return 'never expires'
  return `${Date.parse(expiresAt) <= Date.now() ? 'expired' : 'until'} ${expiresAt.slice(0, 10)}`
}
