/** The address of our own page, and one entry in the browser's history for each place that was gone to. */
import type {Screen} from '../i18n/frame-words.js';
import {addressOf, isSamePlace, screenAt, type Place} from './places.js';

/** What is used of a window, so that a test needs none. */
export interface Surroundings extends Pick<
  EventTarget,
  'addEventListener' | 'removeEventListener'
> {
  history: Pick<History, 'back' | 'pushState' | 'replaceState' | 'state'> & {
    scrollRestoration: string;
  };
  location: Pick<Location, 'hash' | 'href'>;
  readonly scrollY: number;
}

/** A place, how far down one was, and the entry one came from; 0: from none. */
interface Entry {
  place: Place;
  scroll: number;
  from: number;
}

/** Where the history leads: to a place that was left; else to a screen that was typed in; null: nobody knows where. */
export interface Return {
  place: Place | null;
  screen: Screen | null;
  scroll: number;
}

/** What an entry of ours is told by: entries of this page before it was loaded anew are not ours any more. */
interface Mark {
  regulars: number;
  entry: number;
}

export class Addresses {
  readonly #window: Surroundings;
  /** One page load: its entries outlive it, what they mean does not. */
  readonly #load: number;
  readonly #entries = new Map<number, Entry>();
  #last = 1;
  #now = 1;
  /** On the way back: what is there now is not to be written over what is being left. */
  #isLeaving = false;
  /** Where somebody went before the way back was over: the browser takes its time. */
  #ahead: Place | null = null;
  #heard: ((to: Return) => void) | null = null;
  readonly #onPop = () => this.#popped();

  constructor(around: Surroundings, load: number) {
    this.#window = around;
    this.#load = load;
  }

  /** Tells `heard` where Back and Forward lead. What stands in the address by now belongs to figures that are gone. */
  start(heard: (to: Return) => void): void {
    this.#heard = heard;
    this.#window.history.scrollRestoration = 'manual';
    this.#window.addEventListener('popstate', this.#onPop);
    this.clear();
  }

  stop(): void {
    this.#heard = null;
    this.#window.removeEventListener('popstate', this.#onPop);
  }

  /** A place was gone to: an entry of its own. */
  push(place: Place): void {
    if (this.#isLeaving) {
      this.#ahead = place;
      return;
    }
    this.#leave();
    this.#add(place);
  }

  #add(place: Place): void {
    const from = this.#now;
    this.#last += 1;
    this.#now = this.#last;
    this.#entries.set(this.#now, {place, scroll: 0, from});
    this.#window.history.pushState(this.#mark, '', addressOf(place));
  }

  /** The place one is at has changed a little, or is told for the first time. */
  note(place: Place): void {
    if (this.#isLeaving) return;
    const before = this.#entries.get(this.#now);
    this.#entries.set(this.#now, {scroll: 0, from: 0, ...before, place});
    const address = addressOf(place);
    if (before && this.#window.location.hash === address) return;
    this.#window.history.replaceState(this.#mark, '', address);
  }

  /** A customer was closed: back to where they were opened, if that is the entry before. */
  leaveCustomer(): void {
    const here = this.#entries.get(this.#now);
    const before = here && this.#entries.get(here.from);
    if (!here || !before || !isSamePlace(before.place, {...here.place, customer: null})) return;
    this.#isLeaving = true;
    this.#window.history.back();
  }

  /** The places that were left are seen in another way. */
  revise(change: (place: Place) => Place): void {
    for (const [number, entry] of this.#entries)
      if (number !== this.#now) this.#entries.set(number, {...entry, place: change(entry.place)});
  }

  /** No place any more: the address is bare, and what was left leads nowhere. */
  clear(): void {
    this.#entries.clear();
    this.#ahead = null;
    const {history, location} = this.#window;
    if (location.hash !== '') history.replaceState(this.#mark, '', bare(location.href));
  }

  get #mark(): Mark {
    return {regulars: this.#load, entry: this.#now};
  }

  #leave(): void {
    const entry = this.#entries.get(this.#now);
    if (entry) this.#entries.set(this.#now, {...entry, scroll: this.#window.scrollY});
  }

  #popped(): void {
    this.#isLeaving = false;
    this.#leave();
    const {history, location} = this.#window;
    const mark = history.state as Mark | null;
    const isOurs = mark?.regulars === this.#load;
    // What was typed in is an entry of its own, though the browser made it.
    this.#now = isOurs ? mark.entry : (this.#last += 1);
    const ahead = this.#ahead;
    this.#ahead = null;
    if (ahead) return this.#add(ahead);
    const entry = this.#entries.get(this.#now);
    const screen = screenAt(location.hash);
    this.#heard?.({place: entry?.place ?? null, screen, scroll: entry?.scroll ?? 0});
  }
}

function bare(address: string): string {
  return address.replace(/#.*$/, '');
}
