/**
 * The limit: Node that answers the same constant bytes to everybody, in a process of its own. Prints its port; at
 * `/metrics` it says what time of the processor it took, as our server does.
 */
import { createServer } from 'node:http'

const body = Buffer.alloc(Number(process.argv[2]), 'x')
const server = createServer((asked, answer) => {
  if (asked.url === '/metrics') {
    const { user, system } = process.cpuUsage()
    answer.end(`process_cpu_seconds_total ${(user + system) / 1e6}\n`)
    return
  }
  answer.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length })
  answer.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(address.port)
})
