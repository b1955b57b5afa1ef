/**
 * Our own file: a process as it is on the wire, with the reference data it names, so that it can be read on its own.
 * The JSON Schema that is published beside the app is generated from here.
 */
import { z } from 'zod'
import { maskableFields } from '../../domain/process/masking.ts'
import { referenceRowSchemas } from '../../domain/process/reference.ts'
import { wireSchema } from '../../domain/process/wire.ts'
import { wireDocumentSchema } from '../../domain/process/wireDocument.ts'

export const processFileFormat = 'stagecraft-process/1'
/** Written into every file, relative, so that an editor with the schema beside the file completes and checks it. */
export const processFileSchemaUrl = './stagecraft-process.schema.json'

export const wireReferenceSchema = z.strictObject({
  fields: z.array(wireSchema(referenceRowSchemas.fields)),
  categories: z.array(wireSchema(referenceRowSchemas.categories)),
  actions: z.array(wireSchema(referenceRowSchemas.actions)),
  approval_workflows: z.array(wireSchema(referenceRowSchemas.approvalWorkflows)),
})

export const processFileSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(processFileFormat),
  /** Absent where whoever wrote the file sees everything. */
  hidden: z.strictObject({ why: z.string(), fields: z.array(z.enum(maskableFields)).min(1) }).optional(),
  process: wireDocumentSchema,
  reference: wireReferenceSchema,
})
export type ProcessFile = z.infer<typeof processFileSchema>

/** The JSON Schema (2020-12) of our own files, as it is published: two spaces, a newline at the end. */
export function publishedSchema(): string {
  const schema = z.toJSONSchema(processFileSchema, { target: 'draft-2020-12', io: 'input', reused: 'ref' })
  const titled = {
    ...schema,
    title: 'Stagecraft process',
    description: 'A sales process: stages, transitions, policies and scenarios.',
  }
  return `${JSON.stringify(titled, null, 2)}\n`
}
