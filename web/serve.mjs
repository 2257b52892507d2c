/** Serves dist/ to this computer only: node web/serve.mjs [PORT]. Port 0 takes any free one. */
import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../dist', import.meta.url));
const firstPort = Number(process.argv[2] ?? process.env.PORT ?? 8080);

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The file below dist/ that a request means, or nothing where it means none. */
function fileOf(url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const file = normalize(join(root, path === '/' ? 'regulars.html' : path));
  return file.startsWith(root + sep) ? file : undefined;
}

async function answer(request, response) {
  const refuse = (status) => response.writeHead(status).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = fileOf(request.url);
  const facts = file && (await stat(file).catch(() => undefined));
  if (!facts?.isFile()) return refuse(404);
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': facts.size,
    'Cache-Control': 'no-store',
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

const server = createServer((request, response) => void answer(request, response));
let port = firstPort;
server.on('error', (error) => {
  // Another program has the port: the next ones are as good.
  if (error.code !== 'EADDRINUSE' || port >= firstPort + 20) {
    console.error(`The page cannot be served on port ${port}: ${error.message}`);
    process.exit(1);
  }
  port += 1;
  server.listen(port, '127.0.0.1');
});
server.on('listening', () => {
  console.log(`The page is at http://localhost:${server.address().port}/ - Ctrl-C ends it.`);
});
server.listen(port, '127.0.0.1');
