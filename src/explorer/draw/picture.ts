import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { createEdgeArrowProgram, EdgeLineProgram } from 'sigma/rendering'
import { animateNodes } from 'sigma/utils'
import type { Scene } from '../graph/scene.ts'
import { nameRelationship, nameType, nameValue } from '../ontology/names.ts'
import type { Language, Point } from '../view/view.ts'
import type { Box, Segment } from './boxes.ts'
import { dots, findDotsByPlace, points } from './dotAt.ts'
import { type Drawing, type DrawnLine, type DrawnNode, updateDrawing } from './drawing.ts'
import { Emphasis } from './emphasis.ts'
import { type Dot, type Label, type LineLabel, writeLabels, writeLineLabels } from './labels.ts'
import { Movement } from './movement.ts'
import { type Palette, readPalette } from './palette.ts'

/** What the reader does with the picture. */
export interface PictureEvents {
  readonly choose: (id: string | undefined) => void
  readonly expand: (id: string) => void
  readonly drop: (id: string, place: Point) => void
  readonly moveCamera: (camera: { x: number; y: number; ratio: number }) => void
}

const arrows = createEdgeArrowProgram({ lengthToThicknessRatio: 5, widenessToThicknessRatio: 3.6 })
/** Of more entities than this, only dots are drawn while the camera moves, and fewer labels when it rests. */
const crowded = 600
/** The pixels of a picture in which dots have their full size, and what it leaves free around them. */
const usualRoom = 560_000
const padding = 70
/** Up to so many entities leave room for whole names. */
const few = 40
/** Up to so many lines are kept clear of labels. */
const fewLines = 300
const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif'

/** The graph as it is drawn: sigma for dots and lines, and labels that never cover each other. */
export class Picture {
  readonly drawing: Drawing = new MultiDirectedGraph<DrawnNode, DrawnLine>()
  readonly sigma: Sigma<DrawnNode, DrawnLine>
  private palette: Palette = readPalette()
  private lang: Language = 'EN'
  private readonly emphasis = new Emphasis(this.drawing)
  private order: string[] = []
  private stopAnimation: (() => void) | undefined
  private readonly movement: Movement
  // The window is not all that changes the room of the picture: the legend opens, the panel fills.
  private readonly room = new ResizeObserver(() => {
    this.sigma.resize()
    this.fit()
    this.sigma.scheduleRefresh()
  })
  /** How large dots are drawn: smaller where there is little room, so that they leave some to the lines and labels. */
  private scale = 1

  constructor(
    container: HTMLElement,
    private readonly events: PictureEvents,
  ) {
    this.sigma = new Sigma<DrawnNode, DrawnLine>(this.drawing, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      nodeProgramClasses: { circle: dots, point: points },
      defaultEdgeType: 'arrow',
      // Sigma's types tie a program to the attributes of any graph, not of this one.
      edgeProgramClasses: { arrow: arrows as never, line: EdgeLineProgram as never },
      stagePadding: padding,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: true,
      nodeReducer: (id, node) => ({
        ...this.emphasis.styleNode(id, { ...node, size: node.size * this.scale }, this.palette, this.crowded),
        type: this.crowded ? 'point' : 'circle',
      }),
      edgeReducer: (id, line) => ({
        ...this.emphasis.styleLine(id, line, this.palette, this.crowded),
        type: this.crowded ? 'line' : 'arrow',
      }),
      defaultDrawNodeHover: (context, node) => this.ring(context, node),
    })
    this.movement = new Movement(container, () => this.sigma.scheduleRender())
    findDotsByPlace(this.sigma)
    this.sigma.on('afterRender', () => this.write())
    this.listen()
    this.room.observe(container)
  }

  private fit(): void {
    const { width, height } = this.sigma.getDimensions()
    this.scale = Math.min(1, Math.max(0.55, Math.sqrt((width * height) / usualRoom)))
    this.sigma.setSetting('stagePadding', padding * this.scale)
  }

  /** Shows this scene; what was there before glides to its new place. */
  show(scene: Scene, place: (id: string) => Point | undefined): void {
    this.stopAnimation?.()
    const first = this.drawing.order === 0
    const goals = updateDrawing(this.drawing, scene, place)
    this.order = this.drawing
      .nodes()
      .sort((a, b) => this.drawing.getNodeAttribute(b, 'size') - this.drawing.getNodeAttribute(a, 'size'))
    this.emphasis.look()
    const still = first || this.crowded || matchMedia('(prefers-reduced-motion: reduce)').matches
    if (still) for (const [id, goal] of Object.entries(goals)) this.drawing.mergeNodeAttributes(id, goal)
    else this.stopAnimation = animateNodes(this.drawing, goals, { duration: 450, easing: 'cubicInOut' })
    this.sigma.setCustomBBox(null)
    // Of thousands of lines nobody follows one while all move, and nobody reads.
    this.sigma.setSetting('hideEdgesOnMove', this.crowded)
    this.sigma.setSetting('hideLabelsOnMove', this.crowded)
    this.sigma.refresh()
  }

  /** Marks what the panel is about. */
  select(id: string | undefined, lang: Language): void {
    this.emphasis.selected = id
    this.lang = lang
    this.emphasis.look()
    this.sigma.refresh({ skipIndexation: true })
  }

  /** Takes the colours anew, after light and dark have changed. */
  recolour(): void {
    this.palette = readPalette()
    this.sigma.refresh({ skipIndexation: true })
  }

  /** Brings an entity into the middle if it cannot be seen well. */
  centre(id: string, always = false): void {
    const place = this.sigma.getNodeDisplayData(id)
    if (!place) return
    const { width, height } = this.sigma.getDimensions()
    const seen = this.sigma.framedGraphToViewport(place)
    const inside = seen.x > 20 && seen.x < width - 20 && seen.y > 20 && seen.y < height - 20
    if (always || !inside) void this.sigma.getCamera().animate({ x: place.x, y: place.y }, { duration: 300 })
  }

  /** Draws once more and gives the layers, of which some are only there until the next frame. */
  drawLayers(): readonly HTMLCanvasElement[] {
    this.movement.stop()
    this.sigma.refresh()
    return Object.values(this.sigma.getCanvases())
  }

  kill(): void {
    this.stopAnimation?.()
    this.movement.stop()
    this.room.disconnect()
    this.sigma.kill()
  }

  private listen(): void {
    const { sigma, events } = this
    sigma.on('clickNode', ({ node }) => events.choose(node))
    sigma.on('clickStage', () => events.choose(undefined))
    sigma.on('doubleClickNode', event => {
      event.preventSigmaDefault()
      events.expand(event.node)
    })
    sigma.on('enterNode', ({ node }) => this.hover(node))
    sigma.on('leaveNode', () => this.hover(undefined))
    sigma.getCamera().on('updated', ({ x, y, ratio }) => {
      if (this.crowded) this.movement.note()
      events.moveCamera({ x, y, ratio })
    })
    this.listenToDragging()
  }

  private listenToDragging(): void {
    const { sigma, drawing, events } = this
    let dragged: string | undefined
    let moved = false
    sigma.on('downNode', ({ node }) => {
      // In a crowd hardly any place is free of dots: there one moves the picture, and only the chosen dot.
      if (this.crowded && node !== this.emphasis.selected) return
      dragged = node
      moved = false
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox())
    })
    sigma.on('moveBody', ({ event }) => {
      if (!dragged) return
      moved = true
      const { x, y } = sigma.viewportToGraph(event)
      drawing.mergeNodeAttributes(dragged, { x, y })
      event.preventSigmaDefault()
      event.original.preventDefault()
    })
    const release = () => {
      if (dragged && moved) {
        const { x, y } = drawing.getNodeAttributes(dragged)
        events.drop(dragged, { x, y })
      }
      dragged = undefined
    }
    sigma.on('upNode', release)
    sigma.on('upStage', release)
  }

  private hover(id: string | undefined): void {
    const before = this.emphasis.lit()
    this.emphasis.hovered = id
    this.sigma.getContainer().classList.toggle('over-node', id !== undefined)
    this.emphasis.look()
    if (!this.crowded) return void this.sigma.refresh({ skipIndexation: true })
    // In a crowd the others stay as they are, so that a look at one dot does not draw thousands anew.
    const now = this.emphasis.lit()
    const nodes = [...new Set([...before.nodes, ...now.nodes])].filter(node => this.drawing.hasNode(node))
    const edges = [...new Set([...before.edges, ...now.edges])].filter(edge => this.drawing.hasEdge(edge))
    this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true })
  }

  private get crowded(): boolean {
    return this.drawing.order > crowded
  }

  /** The ring around the dot that is chosen or under the pointer. */
  private ring(
    context: CanvasRenderingContext2D,
    { x, y, size, color }: { x: number; y: number; size: number; color: string },
  ): void {
    const circle = (radius: number, fill: string) => {
      context.beginPath()
      context.arc(x, y, radius, 0, 2 * Math.PI)
      context.fillStyle = fill
      context.fill()
    }
    circle(size + 5, this.palette.accent)
    circle(size + 3, this.palette.paper)
    circle(size, color)
  }

  private write(): void {
    if (this.crowded && this.movement.goesOn) return
    const { labels, edgeLabels } = this.sigma.getCanvases()
    const context = labels?.getContext('2d')
    const lineContext = edgeLabels?.getContext('2d')
    if (!context || !lineContext) return
    const style = { ink: this.palette.ink, halo: this.palette.paper, font, lines: this.drawing.order > few ? 2 : 3 }
    const drawn = { dots: this.crowded ? [] : [...this.dots(this.order)], lines: this.segments() }
    const taken = writeLabels(context, this.labels(), style, this.crowded ? 60 : 220, drawn)
    this.writeLines(lineContext, taken)
  }

  /** Where lines are on the screen, of a scene whose labels have room to keep clear of them. */
  private segments(): Segment[] {
    if (this.drawing.size > fewLines) return []
    return this.drawing.mapEdges((_edge, _line, from, to) => this.segment(from, to))
  }

  private segment(from: string, to: string): Segment {
    const [a, b] = [from, to].map(id => this.sigma.framedGraphToViewport(this.sigma.getNodeDisplayData(id)!))
    return { from: a!, to: b! }
  }

  private *labels(): Generator<Label> {
    const { focus, selected, hovered, near } = this.emphasis
    const first = focus ? [focus, ...(selected && selected !== focus ? [selected] : []), ...near] : this.order
    let left = this.crowded ? 240 : Number.POSITIVE_INFINITY
    for (const dot of this.dots(new Set(first))) {
      // Where dots stand close, most labels find no room, and to try all would take longer than a frame.
      if (left-- <= 0) return
      const { label, kind } = this.drawing.getNodeAttributes(dot.id)
      const text = dot.id === hovered ? `${label} (${nameType(kind, this.lang)})` : label
      yield { ...dot, text, strong: dot.id === focus || dot.id === selected }
    }
  }

  /** Where these entities are on the screen, of those that are. */
  private *dots(ids: Iterable<string>): Generator<Dot & { readonly id: string }> {
    const { width, height } = this.sigma.getDimensions()
    for (const id of ids) {
      const data = this.sigma.getNodeDisplayData(id)
      if (!data) continue
      const { x, y } = this.sigma.framedGraphToViewport(data)
      if (x >= 0 && y >= 0 && x <= width && y <= height) yield { id, x, y, radius: this.sigma.scaleSize(data.size) }
    }
  }

  /** What the lines of the chosen dot say. */
  private writeLines(context: CanvasRenderingContext2D, taken: readonly Box[]): void {
    const { focus } = this.emphasis
    if (!focus || this.drawing.degree(focus) > 40) return
    const labels = this.drawing.mapEdges(focus, (_, { relationship, detail }, from, to): LineLabel => {
      const name = nameRelationship(relationship, 'OUT', this.lang)
      const text = detail ? nameValue(detail, this.lang).replace(/ \(.*\)$/, '') : name
      return { text, ...this.segment(from, to) }
    })
    writeLineLabels(context, labels, { ink: this.palette.quiet, halo: this.palette.paper, font }, taken)
  }
}
