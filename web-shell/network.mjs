// Asks the county's server. An answer always comes: status 0 stands for none. Bodies are bytes both ways, of JSON or, at the addresses of
// pictures, of a picture. Changes leave compressed where this browser can do it, until a server or something before it will not have that.
// Runs in the worker.

const none = { status: 0, type: '', body: new Uint8Array() };

// Less than this fits into one packet of the network either way.
const worthPackingBytes = 1024;

// What a server answers that takes no gzip, or what stands before it and spoils or forbids it. Sent again the same does no harm.
const unlikedWhenPacked = new Set([400, 403, 415, 501]);
let plainOnly = false;

const typeFor = (path) => (path.startsWith('/api/picture/') ? 'application/octet-stream' : 'application/json');

const isWorthPacking = (path, body) =>
  !plainOnly && path.startsWith('/api/push') && body.length > worthPackingBytes && 'CompressionStream' in globalThis;

const packed = async (body) =>
  new Uint8Array(await new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());

async function exchange(method, path, token, body, coding, signal) {
  const answer = await fetch(new URL(path, location.origin), {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body.length > 0 ? { 'Content-Type': typeFor(path) } : {}),
      ...coding,
    },
    body: body.length > 0 ? body : undefined,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal,
  });
  return { status: answer.status, type: answer.headers.get('Content-Type') ?? '', body: new Uint8Array(await answer.arrayBuffer()) };
}

export async function ask(method, path, token, body, timeoutMs) {
  const patience = new AbortController();
  const alarm = setTimeout(() => patience.abort(), timeoutMs);
  try {
    if (isWorthPacking(path, body)) {
      const answer = await exchange(method, path, token, await packed(body), { 'Content-Encoding': 'gzip' }, patience.signal);
      if (!unlikedWhenPacked.has(answer.status)) return answer;
      plainOnly = true;
    }
    return await exchange(method, path, token, body, {}, patience.signal);
  } catch {
    return none;
  } finally {
    clearTimeout(alarm);
  }
}
