/** What can be compared: a published revision, or the draft as it is now. */
export type Side = number | 'draft'

export const sideOf = (value: string): Side => (value === 'draft' ? 'draft' : Number(value))
