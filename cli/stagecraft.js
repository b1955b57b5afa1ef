#!/usr/bin/env node
/** The command `stagecraft`: prepares the machine like every other door, then runs cli/main.ts where the user stands. */
import { run } from '../bootstrap/run.js'

run('stagecraft', process.argv.slice(2), { cwd: process.cwd() }).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
