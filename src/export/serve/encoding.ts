import { Transform } from 'node:stream'
import { createGzip } from 'node:zlib'
import { Zstd } from '@hpcc-js/wasm-zstd'

/** How text is made smaller on its way, the better one first. */
const encodings = ['zstd', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

/** The encoding that an `Accept-Encoding` header likes best of ours; none when it likes none, or the text itself better. */
export function chooseEncoding(header: string | undefined): Encoding | undefined {
  const wishes = new Map(
    (header ?? '').split(',').map(part => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      return [name, Number(parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? 1)]
    }),
  )
  const liked = (name: string): number => wishes.get(name) ?? wishes.get('*') ?? 0
  const [best] = encodings.filter(name => liked(name) > 0).sort((a, b) => liked(b) - liked(a))
  return best && liked(best) >= (wishes.get('identity') ?? 0) ? best : undefined
}

/** Makes what goes through it smaller. */
export async function openEncoder(encoding: Encoding): Promise<Transform> {
  return encoding === 'gzip' ? createGzip() : compressFrames(await Zstd.load())
}

/** Each piece becomes a frame of its own, so that encoders hold no state and any number of them run at once. */
function compressFrames(zstd: Zstd): Transform {
  return new Transform({
    transform: (piece: Uint8Array, _, done) => done(null, zstd.compress(piece)),
  })
}
