// Asks the county's server. An answer always comes: status 0 stands for none. Bodies are bytes both ways, of JSON or, at the addresses of
// pictures, of a picture. Runs in the worker.

const none = { status: 0, type: '', body: new Uint8Array() };

const typeFor = (path) => (path.startsWith('/api/picture/') ? 'application/octet-stream' : 'application/json');

export async function ask(method, path, token, body, timeoutMs) {
  const patience = new AbortController();
  const alarm = setTimeout(() => patience.abort(), timeoutMs);
  try {
    const answer = await fetch(new URL(path, location.origin), {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body.length > 0 ? { 'Content-Type': typeFor(path) } : {}),
      },
      body: body.length > 0 ? body : undefined,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: patience.signal,
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, type: answer.headers.get('Content-Type') ?? '', body: bytes };
  } catch {
    return none;
  } finally {
    clearTimeout(alarm);
  }
}
