/** An SVG as PNG through the browser's own drawing, twice as fine as the screen unless that were too large. */
import type { Picture } from '../../interchange/index.ts'
import { text } from '../../text/index.ts'

/** The longest side and the area that every browser can draw. */
const limits = { side: 16_000, area: 120_000_000 } as const
const finest = 2
const coarsest = 0.25

/** Pixels of the PNG for each pixel of the picture; null where even a coarse one would be too large. */
export function scaleFor({ width, height }: Pick<Picture, 'width' | 'height'>): number | null {
  const scale = Math.min(
    finest,
    limits.side / Math.max(width, height),
    Math.sqrt(limits.area / (width * height)),
  )
  return scale < coarsest ? null : scale
}

/** @throws Error with a sentence for people. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const scale = scaleFor(picture)
  if (scale === null) throw new Error(text('exports', 'pictureTooLarge'))
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob) return blob
  } catch (error) {
    console.error('The picture could not be drawn.', error)
  } finally {
    URL.revokeObjectURL(url)
  }
  throw new Error(text('exports', 'pictureFailed'))
}
