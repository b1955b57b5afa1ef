/** Which way a language is written. From its script, so that another language needs its words and nothing else. */
export type Direction = 'ltr' | 'rtl'

/** ISO 15924, as Unicode marks them; not every browser answers `Intl.Locale.getTextInfo`. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** The direction of a BCP 47 tag: `ar`, `he`, `az-Arab` run from right to left. */
export const directionOf = (tag: string): Direction =>
  rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
