import type Sigma from 'sigma'
import type { NodeProgramType } from 'sigma/rendering'
import { NodeCircleProgram, NodePointProgram } from 'sigma/rendering'
import type { DrawnLine, DrawnNode } from './drawing.ts'

/** Dots that are not drawn a second time for sigma to read from the picture which of them is where. */
export const dots: NodeProgramType<DrawnNode, DrawnLine> = class extends NodeCircleProgram<DrawnNode, DrawnLine> {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma<DrawnNode, DrawnLine>) {
    super(gl, null, renderer)
  }
}

/** The same, as points: all of them are one call to the graphics, where circles are one for each; for dots that stay small. */
export const points: NodeProgramType<DrawnNode, DrawnLine> = class extends NodePointProgram<DrawnNode, DrawnLine> {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma<DrawnNode, DrawnLine>) {
    super(gl, null, renderer)
  }
}

/**
 * Has sigma find the dot under the pointer by its place. Sigma itself reads a pixel back from the graphics card for it at each
 * move of the pointer and each turn of the wheel, and each time waits until everything is drawn; and for each frame it makes a new
 * texture for that.
 */
export function findDotsByPlace(sigma: Sigma<DrawnNode, DrawnLine>): void {
  // Neither is declared public.
  Reflect.get(sigma, 'pickingLayers').clear()
  Object.assign(sigma, { getNodeAtPosition: (point: { x: number; y: number }) => dotAt(sigma, point) })
}

function dotAt(sigma: Sigma<DrawnNode, DrawnLine>, { x, y }: { x: number; y: number }): string | null {
  const here = sigma.viewportToFramedGraph({ x, y })
  const pixel = sigma.viewportToFramedGraph({ x: x + 1, y }).x - here.x
  let found: string | null = null
  let least = 1
  sigma.getGraph().forEachNode(id => {
    const dot = sigma.getNodeDisplayData(id)
    if (!dot || dot.hidden) return
    const distance = Math.hypot(dot.x - here.x, dot.y - here.y) / (sigma.scaleSize(dot.size) * pixel)
    if (distance < least) {
      least = distance
      found = id
    }
  })
  return found
}
