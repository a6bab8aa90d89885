// Stands between a browser and the county server and writes down what came back, as it was on the wire: the page's, the
// worker's and the service worker's requests alike. Of what was sent it counts the bodies. It can be as one that takes no coding.

import http from 'node:http';

export class CountingProxy {
  answers = []; // { path, status, bytes, encoding, sent: { bytes, encoding } }
  refusesCodings = false;

  static async before(port) {
    const proxy = new CountingProxy();
    proxy.server = http.createServer((asked, answer) => proxy.#pass(port, asked, answer));
    await new Promise((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    proxy.address = `http://127.0.0.1:${proxy.server.address().port}`;
    return proxy;
  }

  #pass(port, asked, answer) {
    const sent = { bytes: 0, encoding: asked.headers['content-encoding'] ?? '' };
    asked.on('data', (piece) => {
      sent.bytes += piece.length;
    });
    if (this.refusesCodings && sent.encoding) {
      this.answers.push({ path: asked.url, status: 415, bytes: 0, encoding: '', sent });
      asked.on('end', () => answer.writeHead(415).end());
      return;
    }
    const onward = http.request({ host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: asked.headers }, (came) => {
      const entry = { path: asked.url, status: came.statusCode, bytes: headBytes(came), encoding: came.headers['content-encoding'] ?? '', sent };
      this.answers.push(entry);
      answer.writeHead(came.statusCode, came.headers);
      came.on('data', (piece) => {
        entry.bytes += piece.length;
      });
      came.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

// The answer's head counts too: many small files are not free.
function headBytes(came) {
  return came.rawHeaders.reduce((total, part) => total + part.length + 2, 17);
}
