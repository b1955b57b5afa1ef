/** Which fields of a stage stand in which section: a wish for a field opens the section it is in. */
export const stageSections: Readonly<
  Record<
    | 'basics'
    | 'probability'
    | 'durations'
    | 'ways'
    | 'requiredFields'
    | 'validation'
    | 'criteria'
    | 'actions'
    | 'approval'
    | 'guidance'
    | 'notes',
    readonly string[]
  >
> = {
  basics: [
    'stageName',
    'stageCode',
    'stageOrder',
    'description',
    'isClosedWon',
    'isClosedLost',
    'color',
    'isActive',
    'isEntry',
    'categoryIds',
    'forecastCategory',
  ],
  probability: ['defaultProbability'],
  durations: ['averageDurationDays', 'maxDurationDays', 'escalation', 'simulation'],
  ways: [],
  requiredFields: ['requiredFields', 'lockedFields'],
  validation: ['validationRules'],
  criteria: ['transitionRules'],
  actions: ['entryActionIds', 'exitActionIds'],
  approval: ['requiresApproval', 'approvalWorkflowId', 'lockWhilePending'],
  guidance: ['guidance', 'exitChecklist'],
  notes: ['notes', 'externalId', 'lineage', 'position'],
}
