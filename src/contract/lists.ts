/** Every list is answered in pages of one shape, with the filters that were applied said back. */
import { z } from 'zod'

export const pageSizes = { default: 50, maximum: 500 } as const

/** `page` and `page_size` of every list; the strings of a URL become numbers. */
export const pageQuery = {
  page: z.coerce.number().int().min(1, 'page starts at 1').max(1_000_000).default(1),
  page_size: z.coerce.number().int().min(1).max(pageSizes.maximum).default(pageSizes.default),
} as const

/** `true` or `false`, nothing else: `is_active=yes` is a mistake worth telling. */
export const flag = z.enum(['true', 'false']).transform((word) => word === 'true')

/**
 * An id made by anybody: at most 100 characters, without NUL (databases refuse it) and never the name of something
 * that every object has, so that looking a row up by it finds a row or nothing.
 */
export const rowId = z
  .string()
  .min(1)
  .max(100)
  .refine((id) => !id.includes('\u0000') && !(id in Object.prototype), 'This cannot be an id.')

export const idParams = z.strictObject({ id: rowId })

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    /** How many there are in all pages together. */
    count: z.int().min(0),
    page: z.int().min(1),
    page_size: z.int().min(1),
    total_pages: z.int().min(0),
    /** Path and query of the next page; null on the last. */
    next: z.string().nullable(),
    previous: z.string().nullable(),
    /** The filters that were applied, as given. */
    filters: z.record(z.string(), z.json()),
    results: z.array(item),
  })
}
