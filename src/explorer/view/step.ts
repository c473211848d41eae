import type { Step } from './view.ts'

/** A step as the address says it: no character of an id or of a name of the ontology is a tilde. */
export function writeStep(step: Step): string {
  switch (step.kind) {
    case 'document':
    case 'node':
      return `${step.kind}~${step.id}`
    case 'expand':
      return `expand~${step.id}~${step.type}~${step.direction}`
    case 'path':
      return `path~${step.from}~${step.to}`
    case 'all':
      return ['all', ...step.types].join('~')
  }
}

/** The step that these words say; undefined when they say none. */
export function readStep(text: string): Step | undefined {
  const [kind, first, second, direction] = text.split('~')
  if (kind === 'all') return { kind, types: text.split('~').slice(1) }
  if (!first) return undefined
  if (kind === 'document' || kind === 'node') return { kind, id: first }
  if (!second) return undefined
  if (kind === 'path') return { kind, from: first, to: second }
  if (kind === 'expand' && (direction === 'OUT' || direction === 'IN')) return { kind, id: first, type: second, direction }
  return undefined
}

/** The steps with this one at their end, once. */
export function addStep(steps: readonly Step[], step: Step): readonly Step[] {
  const written = writeStep(step)
  return steps.some(known => writeStep(known) === written) ? steps : [...steps, step]
}

/** The steps without this one. */
export function removeStep(steps: readonly Step[], step: Step): readonly Step[] {
  const written = writeStep(step)
  return steps.filter(known => writeStep(known) !== written)
}
