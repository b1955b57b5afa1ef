/** The addresses of a process's views. A link to an element: `addressOf(id, 'design', 'stage:QUALIFY')`. */
export const views = ['design', 'stages', 'transitions', 'simulate', 'versions'] as const
export type View = (typeof views)[number]

export function addressOf(processId: string, view: View = 'design', select?: string): string {
  const path = `/processes/${encodeURIComponent(processId)}/${view}`
  return select === undefined ? path : `${path}?select=${encodeURIComponent(select)}`
}
