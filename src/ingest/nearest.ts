import { distance } from 'fastest-levenshtein'

/** The closing words of a message when one of the valid values is near to the one given. */
export function didYouMean(given: string, valid: Iterable<string>): string {
  const near = findNearest(given, valid)
  return near === undefined ? '' : ` Did you mean \`${near}\`?`
}

/** The valid value that the closing words of a message name. */
export function nearestIn(message: string): string | undefined {
  return / Did you mean `([^`]*)`\?$/.exec(message)?.[1]
}

/** The same for ids, whose prefixes are alike and so say nothing of nearness. */
export function didYouMeanId(given: string, ids: Iterable<string>): string {
  const [prefix, slug] = splitId(given)
  const known = [...ids].map(id => [id, ...splitId(id)] as const)
  const siblings = new Map(known.filter(([, other]) => other === prefix).map(([id, , name]) => [name, id]))
  const near = siblings.get(findNearest(slug, siblings.keys()) ?? '') ?? known.find(([, , name]) => name === slug)?.[0]
  return near === undefined ? '' : ` Did you mean \`${near}\`?`
}

function findNearest(given: string, valid: Iterable<string>): string | undefined {
  const folded = given.toLowerCase()
  let nearest: string | undefined
  let least = Math.max(1, Math.ceil(given.length / 3)) + 1
  for (const value of valid) {
    const far = distance(folded, value.toLowerCase())
    if (far >= least) continue
    nearest = value
    least = far
  }
  return nearest
}

function splitId(id: string): [string, string] {
  const slash = id.indexOf('/')
  return slash < 0 ? ['', id] : [id.slice(0, slash), id.slice(slash + 1)]
}
