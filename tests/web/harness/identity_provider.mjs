// Wendshire's identity provider: a real one (oidc-provider), on this machine only, with accounts of people who do not exist. The page on
// which they sign in is ours, as it is every provider's own; there who somebody is is enough.

import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import Provider from 'oidc-provider';

// By what they are there for ever.
const people = {
  'ada.marsh': { name: 'Ada Marsh', roles: ['Wendshire staff', 'School Improvement Advisers'] },
  'ben.fenner': { name: 'Ben Fenner', roles: ['Wendshire staff', 'Highways'] },
};
const seconds = 600;
const scope = 'openid profile';
const page = `<!doctype html><html lang="en-GB"><title>Wendshire</title><h1>Sign in at Wendshire</h1>
  <form method="post"><label>Account <input name="account"></label> <button>Sign in</button></form></html>`;

export class IdentityProvider {
  #server = http.createServer();
  #provider;
  client = 'kitbag';
  secret = 'a secret that only Wendshire knows';
  claim = 'roles';

  get issuer() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  // `wayBack`: the one address of Kitbag's that it may send a browser back to.
  async start(wayBack) {
    await new Promise((resolve) => { this.#server.listen(0, '127.0.0.1', resolve); });
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    this.#provider = new Provider(this.issuer, {
      clients: [{ client_id: this.client, client_secret: this.secret, redirect_uris: [wayBack], response_types: ['code'] }],
      findAccount: (context, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
      claims: { openid: ['sub'], profile: ['name', this.claim] },
      conformIdTokenClaims: false, // Most providers say in the ID token what was asked for; the standard lets them be asked apart.
      pkce: { required: () => true },
      jwks: { keys: [{ ...key, kid: 'wendshire-1', use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['a key of the tests'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (context, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: (context) => this.#allow(context.oidc), // The county has agreed for its people.
      ttl: { AccessToken: seconds, Grant: seconds, IdToken: seconds, Interaction: seconds, Session: seconds },
    });
    const others = this.#provider.callback();
    this.#server.on('request', (asked, answer) => {
      if (asked.url.startsWith('/interaction/')) this.#signIn(asked, answer).catch(() => answer.destroy());
      else others(asked, answer);
    });
  }

  async #allow({ client, session }) {
    const grant = new this.#provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope(scope);
    await grant.save();
    return grant;
  }

  async #signIn(asked, answer) {
    if (asked.method === 'GET') {
      answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    let form = '';
    for await (const piece of asked) form += piece;
    const accountId = new URLSearchParams(form).get('account');
    const said = people[accountId] ? { login: { accountId } } : { error: 'access_denied' };
    await this.#provider.interactionFinished(asked, answer, said);
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => { this.#server.close(resolve); });
  }
}

// What a person does on its page; ends wherever it sends the browser then.
export async function signInAs(page, account) {
  await page.getByRole('textbox', { name: 'Account' }).fill(account);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
