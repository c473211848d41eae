/** The picture as it is now, one layer of the drawing upon the other. */
export function drawPng(layers: readonly HTMLCanvasElement[]): Promise<Blob> {
  const [first] = layers
  const whole = document.createElement('canvas')
  whole.width = first?.width ?? 1
  whole.height = first?.height ?? 1
  const context = whole.getContext('2d')!
  context.fillStyle = getComputedStyle(document.querySelector('.canvas') ?? document.body).backgroundColor
  context.fillRect(0, 0, whole.width, whole.height)
  for (const layer of layers) if (layer.width > 0) context.drawImage(layer, 0, 0, whole.width, whole.height)
  return new Promise((resolve, reject) => {
    whole.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png')
  })
}
