/** The drawing's measures, in canvas pixels, known to all who place stages. A position is a card's top left corner. */

export const cardSize = { width: 200, height: 92 } as const

/** From one stage to the next: a card and the room that its transition's name needs. */
export const canvasGrid = { x: 310, y: 150 } as const
