/** Which fields of a transition stand in which section, named as salespeople name them. */
export const transitionSections: Readonly<
  Record<'basics' | 'available' | 'mustHave' | 'approval' | 'thenDo' | 'share', readonly string[]>
> = {
  basics: [
    'transitionName',
    'fromStageId',
    'toStageId',
    'isGlobal',
    'isAutomatic',
    'afterDays',
    'priority',
    'isRework',
    'onRefusal',
  ],
  available: ['runBy', 'conditions'],
  mustHave: ['requiresValidation'],
  approval: [],
  thenDo: ['actions', 'actionIds'],
  share: ['weight'],
}
