import type { Handbook } from './blocks.ts'

/** "Direct sales (EU)" → "direct-sales-eu-handbook.pdf". */
export function handbookFile({ title }: Handbook, form: 'pdf' | 'html'): string {
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${name || 'process'}-handbook.${form}`
}
