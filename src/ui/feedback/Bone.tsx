import styles from './feedback.module.css'

interface BoneProps {
  readonly width: number | string
  readonly height: number
}

/** A stroke of something that is on its way. */
export const Bone = ({ width, height }: BoneProps) => (
  <span className={styles.bone} style={{ width, height }} />
)
