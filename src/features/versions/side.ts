/** What can be compared: a published revision (0: before the first one), or the draft as it is now. */
export type Side = number | 'draft'

export const sideOf = (value: string): Side => (value === 'draft' ? 'draft' : Number(value))
