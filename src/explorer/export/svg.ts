import { wrap } from '../draw/labels.ts'
import { readPalette } from '../draw/palette.ts'
import { neighboursOf, type Scene } from '../graph/scene.ts'
import { colourOf } from '../ontology/ontology.ts'
import type { Point } from '../view/view.ts'

const margin = 120

/** The scene as a drawing that stays sharp at every size. */
export function writeSvg(scene: Scene, place: (id: string) => Point | undefined): string {
  const palette = readPalette()
  const placed = [...scene.nodes.values()].flatMap(node => {
    const at = place(node.id)
    return at ? [{ ...node, x: at.x, y: -at.y, radius: 6 + 1.5 * Math.sqrt(neighboursOf(scene, node.id).size) }] : []
  })
  const at = new Map(placed.map(node => [node.id, node]))
  const xs = placed.map(({ x }) => x)
  const ys = placed.map(({ y }) => y)
  const [left, top] = [least(xs) - margin, least(ys) - margin]
  const [width, height] = [-least(xs.map(x => -x)) + margin - left, -least(ys.map(y => -y)) + margin - top]
  const lines = [...scene.statements.values()].flatMap(({ from, to }) => {
    const [a, b] = [at.get(from), at.get(to)]
    return a && b ? [drawLine(a, b)] : []
  })
  const dots = placed.map(
    ({ x, y, radius, type }) =>
      `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${escapeText(colourOf(type))}"/>`,
  )
  const labels = placed.flatMap(({ x, y, radius, label }) =>
    wrap(label, text => text.length * 6.4).map(
      (line, index) => `<text x="${round(x)}" y="${round(y + radius + 14 + index * 14)}">${escapeText(line)}</text>`,
    ),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[left, top, width, height].map(round).join(' ')}" font-family="system-ui, sans-serif" font-size="12">
<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${palette.paper}"/>
<defs><marker id="head" viewBox="0 0 6 6" refX="6" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 6 3 0 6z" fill="${palette.strongLine}"/></marker></defs>
<g stroke="${palette.strongLine}" stroke-width="1.2" marker-end="url(#head)" fill="none">${lines.join('\n')}</g>
<g>${dots.join('\n')}</g>
<g text-anchor="middle" fill="${palette.ink}" stroke="${palette.paper}" stroke-width="3" paint-order="stroke">${labels.join('\n')}</g>
</svg>
`
}

interface Placed extends Point {
  readonly radius: number
}

/** From one rim to the other, so that the arrow is seen. */
function drawLine(a: Placed, b: Placed): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length]
  const [x1, y1] = [a.x + dx * a.radius, a.y + dy * a.radius]
  const [x2, y2] = [b.x - dx * b.radius, b.y - dy * b.radius]
  return `<path d="M${round(x1)} ${round(y1)} ${round(x2)} ${round(y2)}" marker-end="url(#head)"/>`
}

function least(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => Math.min(a, b))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escapeText(text: string): string {
  return text.replace(/[<>&"]/g, character => `&#${character.codePointAt(0)};`)
}
