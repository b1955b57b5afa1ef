/** Where the card of the tour stands: beside what it is about, never over it where there is room. Pure. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
export interface Size {
  readonly width: number
  readonly height: number
}

const gap = 14
const margin = 12
/** Narrower than this the card has no room beside anything, in pixels. */
const phone = 600

/**
 * Left and top of the card in the window. Without an anchor it stands below, in the middle; on a phone always there, so
 * that its buttons stay under the thumb.
 */
export function placeCard(anchor: Box | null, card: Size, view: Size): { left: number; top: number } {
  const within = (value: number, size: number, all: number) =>
    Math.max(margin, Math.min(value, all - size - margin))
  const inView = (left: number, top: number) => ({
    left: within(left, card.width, view.width),
    top: within(top, card.height, view.height),
  })
  if (!anchor || view.width < phone) return inView((view.width - card.width) / 2, view.height)
  const right = anchor.left + anchor.width
  const bottom = anchor.top + anchor.height
  // Beside what is high, below what is long.
  const fitsBeside = anchor.height > anchor.width && anchor.top + card.height + margin <= view.height
  if (fitsBeside && right + gap + card.width + margin <= view.width) return inView(right + gap, anchor.top)
  if (bottom + gap + card.height + margin <= view.height) return inView(anchor.left, bottom + gap)
  if (fitsBeside && anchor.left - gap - card.width >= margin)
    return inView(anchor.left - gap - card.width, anchor.top)
  if (anchor.top - gap - card.height >= margin) return inView(anchor.left, anchor.top - gap - card.height)
  // As large as the window: in its upper corner, above what is drawn and what is pressed.
  return inView(right - card.width - 2 * margin, anchor.top + 2 * margin)
}
