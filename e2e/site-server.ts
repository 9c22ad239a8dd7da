import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A host of files as most are: a folder's address gets its slash, then its index; what is missing gets 404.html. */
export async function serveFolder(folder: string, under: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://hote.example').pathname)
    const file = join(folder, path.startsWith(under) ? path.slice(under.length) : '/nulle-part')
    if (existsSync(file) && statSync(file).isDirectory() && !path.endsWith('/'))
      return void response.writeHead(301, { location: `${path}/` }).end()
    const found = path.endsWith('/') ? join(file, 'index.html') : file
    const isThere = existsSync(found) && statSync(found).isFile()
    const sent = isThere ? found : join(folder, '404.html')
    response.writeHead(isThere ? 200 : 404, { 'content-type': TYPES[extname(sent)] ?? 'application/octet-stream' })
    response.end(readFileSync(sent))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return { server, address: `http://127.0.0.1:${port}${under}` }
}
