/** Tells an element how wide it is, so that what it draws has one scale and its letters stay legible. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What a card keeps free at its sides, at most, in px. */
const kAround = 50;

export class Width implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #least: number;
  #observer: ResizeObserver | null = null;
  #width: number;

  /** `first` is taken until the element stands in a page; less than `least` is never told. */
  constructor(host: ReactiveControllerHost & HTMLElement, {first = 560, least = 260} = {}) {
    this.#host = host;
    this.#least = least;
    this.#width = first;
    host.addController(this);
  }

  /** Inside the card, in px. */
  get inside(): number {
    return this.#width;
  }

  hostConnected() {
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const width = Math.max(this.#least, Math.floor(entry.contentRect.width) - kAround);
      if (width === this.#width || entry.contentRect.width === 0) return;
      this.#width = width;
      this.#host.requestUpdate();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected() {
    this.#observer?.disconnect();
    this.#observer = null;
  }
}
