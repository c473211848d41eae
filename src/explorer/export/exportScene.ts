import { picture } from '../draw/shownPicture.ts'
import { positions } from '../scene/positions.ts'
import { visible } from '../scene/visible.ts'
import { view } from '../view/current.ts'
import { writeCsv } from './csv.ts'
import { download } from './download.ts'
import { writeGexf } from './gexf.ts'
import { writeJsonLd } from './jsonLd.ts'
import { drawPng } from './png.ts'
import { writeSvg } from './svg.ts'

export const exportFormats = ['PNG', 'SVG', 'CSV', 'GEXF', 'JSON-LD'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Hands what is seen to the reader as a file. */
export async function exportScene(format: ExportFormat): Promise<void> {
  const scene = visible.value
  const { pinned, lang } = view.value
  const place = (id: string) => pinned[id] ?? positions.value.get(id)
  const file = (extension: string, type: string, content: string) => download(`pacta.${extension}`, new Blob([content], { type }))
  switch (format) {
    case 'PNG':
      if (picture.value) download('pacta.png', await drawPng(picture.value.drawLayers()))
      return
    case 'SVG':
      return file('svg', 'image/svg+xml', writeSvg(scene, place))
    case 'CSV':
      return file('csv', 'text/csv', writeCsv(scene, lang))
    case 'GEXF':
      return file('gexf', 'application/gexf+xml', writeGexf(scene, place))
    case 'JSON-LD':
      return file('jsonld', 'application/ld+json', writeJsonLd(scene, lang, location.origin))
  }
}
