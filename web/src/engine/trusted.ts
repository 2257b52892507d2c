/** Workers under a policy that asks for Trusted Types: what may become one is checked in one place. */

/** As much of Trusted Types as is used here; TypeScript's own library does not know them yet. */
interface Factory {
  createPolicy(name: string, rules: {createScriptURL(address: string): string}): Policy;
}
interface Policy {
  createScriptURL(address: string): string;
}

/** Hosts that list the policies they allow list this one. */
const kPolicy = 'regulars-worker';

let policy: Policy | undefined;

/** A worker of a script that this page made itself, or that lies on its own origin; throws where the page may not start it. */
export function startWorker(url: string | URL): Worker {
  const {trustedTypes} = globalThis as {trustedTypes?: Factory};
  if (!trustedTypes) return new Worker(ours(String(url)));
  // A name can be given once: every worker of the page has the same policy.
  policy ??= trustedTypes.createPolicy(kPolicy, {createScriptURL: ours});
  return new Worker(policy.createScriptURL(String(url)));
}

function ours(address: string): string {
  const {protocol, origin} = new URL(address, globalThis.document?.baseURI ?? location.href);
  // Only the page itself can name one of its blobs. On file:// every origin is called null, that of a data: address too.
  if (protocol === 'blob:' || (origin === self.origin && origin !== 'null')) return address;
  throw new TypeError(`a worker from elsewhere: ${address}`);
}
