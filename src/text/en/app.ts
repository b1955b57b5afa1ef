/** Words of the building: bars, tabs, skip links, landmarks, page titles, pages that are not there. */
export const app = {
  name: 'Stagecraft',
  skipToContent: 'Skip to content',
  skipToViews: 'Skip to the views of this process',
  views: 'Views',
  main: 'Main',
  title: '{{page}} – Stagecraft',
  titleProcess: '{{process}} – {{view}} – Stagecraft',
  titleProcessProblems_one: '{{process}} – {{view}}, {{count}} problem – Stagecraft',
  titleProcessProblems_other: '{{process}} – {{view}}, {{count}} problems – Stagecraft',
} as const
