// Changes as a tablet makes them, of one adviser, at any time of the past; and how they are sent.

const batchMax = 400;

const valuesIn = (fields, base) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, base: base[name] ?? [] }]));

export class Writer {
  changes = [];
  #count = 0;

  // `enrolment`: what the county answered.
  constructor({ device, token, adviser }) {
    this.token = token;
    this.device = device;
    this.adviser = adviser.id;
    this.name = adviser.name;
  }

  // An id of that instant, as records carry it; two never come out alike. `letter` tells records from changes.
  newId(instant, letter = 'b') {
    const time = instant.toString(16).padStart(12, '0');
    const number = (++this.#count).toString(16).padStart(8, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${letter}00-8000-${this.device.slice(-4)}${number}`;
  }

  // Of a record that is there, or of a new one. `base`: by field, the stamps of what was read. Gives the change; see `write`.
  changeOf(instant, entity, id, fields, base = {}) {
    const changeId = this.newId(instant, 'a');
    const stamp = instant.toString(16).padStart(12, '0') + changeId.slice(-4) + this.device;
    return { id: changeId, device: this.device, author: this.adviser, entity, entity_id: id, stamp, fields: valuesIn(fields, base) };
  }

  // What is said once and signed.
  change(instant, entity, fields) {
    return this.changeOf(instant, entity, this.newId(instant), { ...fields, by: this.adviser });
  }

  // The same, to be sent with the next.
  write(...args) {
    this.changes.push(this.changeOf(...args));
    return this.changes.at(-1);
  }
}

// `request(method, where, { token, body })` asks the county's server. Throws when it does not take all.
export async function sendChanges(request, writer, changes) {
  for (let at = 0; at < changes.length; at += batchMax) {
    const batch = changes.slice(at, at + batchMax);
    const { status, body } = await request('POST', '/api/push', { token: writer.token, body: { protocol: 1, changes: batch } });
    const refused = body.results?.find((result) => result.outcome !== 'accepted');
    if (status !== 200 || refused) throw new Error(`The county did not take the history: ${status} ${JSON.stringify(refused ?? body)}`);
  }
}
