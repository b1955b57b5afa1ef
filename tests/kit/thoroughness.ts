/** How many times the usual number of random cases a law is tried with: `LAW_RUNS=20` for a long night. */
export const thoroughness = Number(process.env.LAW_RUNS ?? '1')
