/** The words of a picture that nobody wrote into the process: English here, the reader's own where the app draws it. */
export interface PictureWords {
  readonly process: string
  readonly unnamedStage: string
  readonly fromAnyStage: string
  readonly automatic: string
  readonly ifRefused: string
  readonly won: string
  readonly lost: string
  readonly entry: string
  readonly inactive: string
  readonly approval: string
  readonly description: (stageNames: readonly string[]) => string
  readonly stages: (count: number) => string
  readonly position: (order: number) => string
  readonly days: (count: number) => string
  readonly number: (value: number) => string
}

export const englishPicture: PictureWords = {
  process: 'Process',
  unnamedStage: 'Unnamed stage',
  fromAnyStage: 'from any open stage',
  automatic: 'automatic',
  ifRefused: 'if refused',
  won: 'Won',
  lost: 'Lost',
  entry: 'Entry',
  inactive: 'Inactive',
  approval: 'Approval',
  description: (names) => `Sales process with the stages ${names.join(', ') || 'none yet'}.`,
  stages: (count) => `${count} ${count === 1 ? 'stage' : 'stages'}`,
  position: (order) => `Stage ${order}`,
  days: (count) => `${count} days`,
  number: (value) => `${value}`,
}
