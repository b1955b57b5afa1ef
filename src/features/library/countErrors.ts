/** The linter at the library's door: loaded only where there are drafts. */
import { lint } from '../../domain/lint/lint.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'

/** Errors that would hold a publish back. What the backend knows beside the process is not asked here. */
export const countErrors = (document: ProcessDocument): number =>
  lint({ document, reference: emptyReferenceData, base: null, usage: null }).filter(
    (problem) => problem.severity === 'error' && problem.waivedBy === null,
  ).length
