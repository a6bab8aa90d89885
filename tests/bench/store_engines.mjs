// The same three things of each engine, in a worker: open(), run(statements), ask({ sql, columns }) -> rows, close(). Every engine keeps its
// files in the browser's private file system and commits with synchronous=FULL; only ours encrypts them. How each reads its rows is how an
// app that is built on it does: ours in C++, the others into values of JavaScript.

class Ours {
  async open() {
    const [{ default: create }, { Files }] = await Promise.all([import('/bin/store_bench.mjs'), import('/web-shell/opfs.mjs')]);
    this.files = await Files.open(() => {});
    const kitbag = Object.fromEntries(['read', 'write', 'truncate', 'flush', 'size'].map((name) => [name, this.files[name].bind(this.files)]));
    this.module ??= await create({ kitbag });
    this.module.kitbag = kitbag;
    if (this.module._store_open() !== 0) throw new Error('Our store could not be opened.');
    this.hasIndex = true;
  }

  #given(sql) {
    const bytes = new TextEncoder().encode(sql);
    const address = this.module._store_allocate(bytes.length);
    this.module.HEAPU8.set(bytes, address);
    return [address, bytes.length];
  }

  run(sql) {
    this.module._store_run(...this.#given(sql));
  }

  ask({ sql, columns }) {
    return this.module._store_ask(...this.#given(sql), columns);
  }

  // As migrations 0006 and 0015 set it; and what the app does in idle time, where the others put the index together while they load.
  begin() {
    this.run("INSERT INTO note_words (note_words, rank) VALUES ('automerge', 0), ('crisismerge', 128);");
  }

  rest() {
    while (this.module._store_tidy()) { /* On. */ }
  }

  close() {
    this.module._store_close();
    this.files.close();
  }
}

// `journal`: what is asked for before anything else; none for what the engine does by itself.
class Official {
  constructor(journal = '') {
    this.journal = journal;
  }

  async open() {
    const { default: init } = await import('/packages/@sqlite.org/sqlite-wasm/dist/index.mjs');
    this.sqlite ??= await init({ print: () => {}, printErr: () => {} });
    this.pool ??= await this.sqlite.installOpfsSAHPoolVfs({ name: 'official' });
    if (this.pool.isPaused?.()) await this.pool.unpauseVfs();
    this.database = new this.pool.OpfsSAHPoolDb('/store.db');
    this.database.exec(`${this.journal} PRAGMA synchronous=FULL;`);
    this.kept = this.database.selectValue('PRAGMA journal_mode');
    this.hasIndex = true;
  }

  run(sql) {
    this.database.exec(sql);
  }

  ask({ sql }) {
    const statement = this.database.prepare(sql);
    let rows = 0;
    for (; statement.step(); ++rows) statement.get([]);
    statement.finalize();
    return rows;
  }

  close() {
    this.database.close();
    this.pool.pauseVfs?.(); // Lets go of the files, as a tab that is closed does.
  }
}

class WaSqlite {
  async open() {
    const [{ default: create }, api, { AccessHandlePoolVFS }] = await Promise.all([import('/packages/wa-sqlite/dist/wa-sqlite.mjs'),
      import('/packages/wa-sqlite/src/sqlite-api.js'), import('/packages/wa-sqlite/src/examples/AccessHandlePoolVFS.js')]);
    this.sqlite ??= api.Factory(await create());
    this.vfs = new AccessHandlePoolVFS('/wa-sqlite');
    await this.vfs.isReady;
    this.opened = (this.opened ?? 0) + 1;
    Object.defineProperty(this.vfs, 'name', { value: `pool ${this.opened}` }); // None can be registered twice.
    this.sqlite.vfs_register(this.vfs, true);
    this.database = await this.sqlite.open_v2('store.db');
    await this.run('PRAGMA synchronous=FULL;');
    this.hasIndex = false; // Its package is built without it.
  }

  run(sql) {
    return this.sqlite.exec(this.database, sql);
  }

  async ask({ sql }) {
    let rows = 0;
    await this.sqlite.exec(this.database, sql, () => { ++rows; });
    return rows;
  }

  async close() {
    await this.sqlite.close(this.database);
    await this.vfs.close();
  }
}

export const engines = {
  ours: () => new Ours(),
  official: () => new Official(),
  officialLog: () => new Official('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL;'),
  waSqlite: () => new WaSqlite(),
};
