/** The words of an exported picture in the language of the interface. */
import type { PictureWords } from '../interchange/picture/pictureWords.ts'
import { language, text } from '../text/index.ts'

export function pictureWords(): PictureWords {
  const number = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 })
  const names = new Intl.ListFormat(language())
  return {
    process: text('picture', 'process'),
    unnamedStage: text('editor', 'unnamedStage'),
    fromAnyStage: text('picture', 'fromAnyStage'),
    automatic: text('picture', 'automatic'),
    ifRefused: text('picture', 'ifRefused'),
    won: text('picture', 'won'),
    lost: text('picture', 'lost'),
    entry: text('picture', 'entry'),
    inactive: text('picture', 'inactive'),
    approval: text('picture', 'approval'),
    description: (stages) =>
      stages.length === 0
        ? text('picture', 'descriptionEmpty')
        : text('picture', 'description', { names: names.format(stages) }),
    stages: (count) => text('picture', 'stages', { count }),
    position: (order) => text('picture', 'position', { order }),
    days: (count) => text('picture', 'days', { count }),
    number: (value) => number.format(value),
  }
}
