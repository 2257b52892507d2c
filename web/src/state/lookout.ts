/** Watches what the page tries to reach, and what the browser says to it. */

/** Nothing answers under this name, anywhere, ever: the domain is reserved for that. */
const kOutside = 'https://outside.invalid/';
/** A refusal is told within a moment; without one by then, there is none. */
const kPatience = 1500;

/** @fires change - A count has changed. */
export class Lookout extends EventTarget {
  readonly since = new Date();
  /** Attempts the browser's rule stopped. */
  refused = 0;
  /** Things fetched over a network since the page stands. */
  allowed = 0;
  #observer: PerformanceObserver | null = null;

  start(): void {
    document.addEventListener('securitypolicyviolation', this.#onViolation);
    this.#observer = new PerformanceObserver((list) => {
      this.allowed += list
        .getEntries()
        .filter((entry) => /^(https?|wss?):/.test(entry.name)).length;
      this.dispatchEvent(new Event('change'));
    });
    this.#observer.observe({type: 'resource', buffered: true});
  }

  stop(): void {
    document.removeEventListener('securitypolicyviolation', this.#onViolation);
    this.#observer?.disconnect();
  }

  /** Tries to reach the outside. Only the violation event is believed: return values differ between browsers. */
  async test(): Promise<boolean> {
    const before = this.refused;
    const told = new Promise<void>((resolve) => {
      this.addEventListener('change', () => this.refused > before && resolve());
      setTimeout(resolve, kPatience);
    });
    await fetch(kOutside, {mode: 'no-cors'}).catch(() => undefined);
    await told;
    return this.refused > before;
  }

  readonly #onViolation = ({effectiveDirective}: SecurityPolicyViolationEvent) => {
    // A text that may not become a program reaches for nothing outside.
    if (effectiveDirective.includes('trusted-types')) return;
    this.refused += 1;
    this.dispatchEvent(new Event('change'));
  };
}
