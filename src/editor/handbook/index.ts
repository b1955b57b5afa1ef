/** The handbook of a process: what it says, and as HTML. The PDF's writer is large: whoever needs it takes pdf.ts. */
export type { Handbook } from './blocks.ts'
export { handbookFile } from './handbookFile.ts'
export { handbookOf } from './handbookOf.ts'
export { handbookHtml } from './html.ts'
