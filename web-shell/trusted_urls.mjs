// The page's security policy lets only this policy name scripts to run. It passes addresses of our own site and nothing else.

const check = (address) => {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new TypeError('Only our own scripts may run.');
  return url.href;
};

const policy = globalThis.trustedTypes?.createPolicy('kitbag', { createScriptURL: check }) ?? { createScriptURL: check };

export function trustedScript(address) {
  return policy.createScriptURL(String(address));
}
