// The page's security policy lets only this policy name scripts to run, and write markup. It passes addresses of our own site,
// and markup only into a frame in which nothing can run.

const checkAddress = (address) => {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new TypeError('Only our own scripts may run.');
  return url.href;
};

const rules = { createScriptURL: checkAddress, createHTML: (markup) => markup };
const policy = globalThis.trustedTypes?.createPolicy('kitbag', rules) ?? rules;

export function trustedScript(address) {
  return policy.createScriptURL(String(address));
}

// A document of its own, shut in before it is filled: it may be printed, and runs no script, opens no window, sends no form.
export function fillShutFrame(frame, markup) {
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.srcdoc = policy.createHTML(String(markup));
}
