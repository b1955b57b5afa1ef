/** What `work` comes to. @throws Error where it has come to nothing after so many milliseconds. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let late: ReturnType<typeof setTimeout> | undefined
  const given = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`Nothing came in ${milliseconds} ms.`)), milliseconds)
  })
  try {
    return await Promise.race([work, given])
  } finally {
    clearTimeout(late)
  }
}
