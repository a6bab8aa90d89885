// The text that a tablet sent with a request, whether it was compressed on its way or not.

import { gunzipSync } from 'node:zlib';

export function sentText(request) {
  const bytes = request.postDataBuffer();
  return (request.headers()['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}
