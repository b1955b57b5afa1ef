/** The addresses of a process's views. A link to an element: `addressOf(id, 'design', 'stage:QUALIFY')`. */
export const views = ['design', 'stages', 'transitions', 'simulate', 'versions', 'analytics'] as const
export type View = (typeof views)[number]
/** Those of the bar; the others stand in its menu. */
export const tabs = views.filter((view) => view !== 'analytics')

export function addressOf(processId: string, view: View = 'design', select?: string): string {
  const path = `/processes/${encodeURIComponent(processId)}/${view}`
  return select === undefined ? path : `${path}?select=${encodeURIComponent(select)}`
}

export const requestAddress = (processId: string, number: number): string =>
  `${addressOf(processId, 'versions')}/requests/${number}`
