import type { Picture } from '../../interchange/index.ts'
export function HandbookDialog(_: {
  readonly picture: (picture: Picture) => Promise<Uint8Array>
  readonly onClose: () => void
}) {
  return null
}
