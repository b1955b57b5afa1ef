/**
 * Short tones beside what is announced, for those who switched them on: done (up), something else follows from it
 * (one low tone), alarm (down, twice). They say nothing that words do not say, and load only when first wanted.
 */
export type Earcon = 'done' | 'notice' | 'alarm'

/** Frequencies in Hz, one after the other. */
const melodies: Readonly<Record<Earcon, readonly number[]>> = {
  done: [523, 659],
  notice: [392],
  alarm: [440, 330, 440, 330],
}
const toneSeconds = 0.09
const loudness = 0.06

let audio: AudioContext | undefined

/** Plays at once; silent where the device has no sound. */
export function playEarcon(name: Earcon): void {
  if (typeof AudioContext === 'undefined') return
  audio ??= new AudioContext()
  const gain = audio.createGain()
  gain.connect(audio.destination)
  let at = audio.currentTime
  gain.gain.setValueAtTime(0, at)
  for (const frequency of melodies[name]) {
    const tone = audio.createOscillator()
    tone.type = 'sine'
    tone.frequency.value = frequency
    tone.connect(gain)
    // Swelling in and out keeps each tone from clicking.
    gain.gain.linearRampToValueAtTime(loudness, at + 0.01)
    gain.gain.linearRampToValueAtTime(0, at + toneSeconds)
    tone.start(at)
    tone.stop(at + toneSeconds)
    at += toneSeconds + 0.02
    gain.gain.setValueAtTime(0, at)
  }
}
