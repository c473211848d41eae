import type { Drawing, DrawnLine, DrawnNode } from './drawing.ts'
import type { Palette } from './palette.ts'

/** Which dots and lines stand out: those about the dot that the pointer is on, else about the one that was chosen. */
export class Emphasis {
  selected: string | undefined
  hovered: string | undefined
  near: ReadonlySet<string> = new Set()

  constructor(private readonly drawing: Drawing) {}

  /** The dot that everything is about, if it is drawn. */
  get focus(): string | undefined {
    return [this.hovered, this.chosen].find(id => id !== undefined && this.drawing.hasNode(id))
  }

  /** Finds the neighbours anew, after the focus or the scene has changed. */
  look(): void {
    const { focus } = this
    this.near = new Set(focus ? this.drawing.neighbors(focus) : [])
  }

  /** All that stands out now. */
  lit(): { readonly nodes: readonly string[]; readonly edges: readonly string[] } {
    const { focus, chosen } = this
    if (!focus) return { nodes: [], edges: [] }
    return { nodes: [focus, ...(chosen ? [chosen] : []), ...this.near], edges: this.drawing.edges(focus) }
  }

  styleNode(id: string, node: DrawnNode, { faint }: Palette, crowded: boolean): Record<string, unknown> {
    const { focus } = this
    if (!focus) return { ...node, label: null }
    if (id === focus || id === this.selected)
      return { ...node, label: null, highlighted: true, zIndex: 2, size: node.size * 1.15 }
    if (this.near.has(id) || !this.fades(crowded)) return { ...node, label: null, zIndex: 1 }
    return { ...node, label: null, color: faint, zIndex: 0 }
  }

  styleLine(id: string, line: DrawnLine, palette: Palette, crowded: boolean): Record<string, unknown> {
    const { focus } = this
    const { line: quiet, strongLine, accent, faint } = palette
    const tied = focus !== undefined && this.drawing.extremities(id).includes(focus)
    if (tied) return { ...line, color: accent, size: line.size * 1.5, zIndex: 1 }
    if (!focus || !this.fades(crowded)) return { ...line, color: line.named ? strongLine : quiet }
    return { ...line, color: faint, size: line.size * 0.6, zIndex: 0 }
  }

  private get chosen(): string | undefined {
    return this.selected && this.drawing.hasNode(this.selected) ? this.selected : undefined
  }

  /** Whether the rest steps back; in a crowd only for what was chosen, not for all that the pointer passes. */
  private fades(crowded: boolean): boolean {
    return !crowded || this.chosen !== undefined
  }
}
