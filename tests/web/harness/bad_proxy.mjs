// A network that does to requests everything that a network does: it loses them, loses their answers, brings them twice or late, breaks
// answers off in the middle, and lets somebody else answer. The app's own files pass as they are, and so does every other request or so,
// because what needs several in a row would never end otherwise.

import http from 'node:http';
import { Chance } from '../../../demonstration/chance.mjs';
import { pause } from './waiting.mjs';

const lateMs = 700;
const share = 0.5;
const portal = '<!DOCTYPE html><title>Welcome</title><p>Accept the terms of this network.</p>';

export class BadProxy {
  #server;
  #number = 0;
  #chance = new Chance(7);
  met = new Map(); // How often each trouble was met.
  way = 'good'; // 'good', 'bad' or 'none'.

  constructor(county) {
    this.county = county;
  }

  get address() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  start() {
    this.#server = http.createServer((asked, answer) => {
      this.#pass(asked, answer).catch(() => answer.destroy());
    });
    return new Promise((resolve) => { this.#server.listen(0, '127.0.0.1', resolve); });
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => { this.#server.close(resolve); });
  }

  async #pass(asked, answer) {
    const pieces = [];
    for await (const piece of asked) pieces.push(piece);
    const body = Buffer.concat(pieces);
    if (this.way === 'none') {
      answer.destroy();
      return;
    }
    const isApi = asked.url.startsWith('/api/');
    const isBad = this.way === 'bad' && isApi && this.#chance.happens(share);
    const trouble = isBad ? BadProxy.troubles[this.#number++ % BadProxy.troubles.length] : 'none';
    this.met.set(trouble, (this.met.get(trouble) ?? 0) + 1);
    if (trouble === 'lost') answer.destroy();
    else if (trouble === 'answered by somebody else') answer.writeHead(200, { 'Content-Type': 'text/html' }).end(portal);
    else this.#give(trouble, await this.#askAs(trouble, asked, body), answer);
  }

  async #askAs(trouble, asked, body) {
    if (trouble === 'late') await pause(lateMs);
    const first = await this.#ask(asked, body);
    return trouble === 'twice' ? this.#ask(asked, body) : first;
  }

  #ask(asked, body) {
    return new Promise((resolve, reject) => {
      const onward = http.request({ host: '127.0.0.1', port: this.county.port, method: asked.method, path: asked.url, headers: asked.headers }, async (came) => {
        const pieces = [];
        for await (const piece of came) pieces.push(piece);
        resolve({ status: came.statusCode, headers: came.headers, body: Buffer.concat(pieces) });
      });
      onward.on('error', reject);
      onward.end(body);
    });
  }

  #give(trouble, { status, headers, body }, answer) {
    if (trouble === 'not answered') {
      answer.destroy();
      return;
    }
    const { 'transfer-encoding': unused, ...others } = headers; // What is given has one length.
    answer.writeHead(status, { ...others, 'content-length': body.length });
    if (trouble !== 'broken off') answer.end(body);
    else answer.write(body.subarray(0, Math.floor(body.length / 2)), () => answer.destroy());
  }

  static troubles = ['lost', 'not answered', 'twice', 'broken off', 'late', 'answered by somebody else'];
}
