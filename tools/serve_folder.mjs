// Serves one folder on this machine, for the makers' own pages: node tools/serve_folder.mjs FOLDER [PORT]
// It knows no county: whatever an app asks for under /api/ is not there.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.html': 'text/html', '.mjs': 'text/javascript', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ttf': 'font/ttf', '.webmanifest': 'application/manifest+json', '.json': 'application/json',
};
const folder = path.resolve(process.argv[2] ?? '.');
const port = Number(process.argv[3] ?? 8801);

const server = createServer((request, answer) => {
  const wanted = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const file = path.join(folder, wanted.endsWith('/') ? `${wanted}index.html` : wanted);
  const there = file.startsWith(folder + path.sep) && existsSync(file) && statSync(file).isFile();
  if (!there) return answer.writeHead(404).end('There is no such file.');
  answer.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' });
  createReadStream(file).pipe(answer);
});
server.listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}/ shows ${path.basename(folder)}. Control and C end it.`));
