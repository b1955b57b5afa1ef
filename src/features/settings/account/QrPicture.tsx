import { correction, generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import styles from './secondFactor.module.css'

/** Modules that stay empty around the code, or cameras do not find it. */
const quiet = 4

/** Dark on light in every theme: not every camera reads it the other way round. */
export default function QrPicture({ content, label }: { readonly content: string; readonly label: string }) {
  const code = generate(content, { minCorrectionLevel: correction.M })
  const side = code.size + 2 * quiet
  return (
    <svg role="img" aria-label={label} className={styles.qr} viewBox={`${-quiet} ${-quiet} ${side} ${side}`}>
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={toSvgPath(code)} fill="#000" />
    </svg>
  )
}
