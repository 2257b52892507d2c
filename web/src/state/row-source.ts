/** Rows of a long table, fetched in pages and kept for a while. */

/** Answers rows from `offset` on, at most `limit`, and how many there are in all. */
export type FetchRows<Row> = (
  offset: number,
  limit: number,
) => Promise<{total: number; rows: readonly Row[]}>;

/** Rows of a page: a screenful or two. */
export const kPage = 100;
/** Pages kept; the one not used for longest goes first. */
const kKept = 40;

/** @fires change - A page came, or the number of rows is known. */
export class RowSource<Row> extends EventTarget {
  /** null until the first page came. */
  total: number | null = null;
  readonly #fetch: FetchRows<Row>;
  readonly #pages = new Map<number, readonly Row[]>();
  #wanted: number[] = [];
  #busy = false;

  constructor(fetch: FetchRows<Row>) {
    super();
    this.#fetch = fetch;
  }

  /** The row, or undefined while its page is not here. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / kPage))?.[index % kPage];
  }

  /** The place of a row among those that are here; null where it is not. */
  find(is: (row: Row) => boolean): number | null {
    for (const [page, rows] of this.#pages) {
      const place = rows.findIndex(is);
      if (place >= 0) return page * kPage + place;
    }
    return null;
  }

  /** The row, fetched if it is not here; undefined where there is none. */
  async fetch(index: number): Promise<Row | undefined> {
    if (index < 0) return undefined;
    if (!this.row(index)) await this.#load(Math.floor(index / kPage));
    return this.row(index);
  }

  /** Asks for the pages of rows `from` (included) to `to` (excluded); what was asked before and has not begun is dropped. */
  want(from: number, to: number): void {
    this.#wanted = [];
    const last = Math.floor(Math.max(from, to - 1) / kPage);
    for (let page = Math.floor(from / kPage); page <= last; ++page) {
      const rows = this.#pages.get(page);
      if (!rows) {
        this.#wanted.push(page);
        continue;
      }
      this.#pages.delete(page);
      this.#pages.set(page, rows);
    }
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let page = this.#wanted.shift(); page !== undefined; page = this.#wanted.shift()) {
      await this.#load(page);
    }
    this.#busy = false;
  }

  async #load(page: number): Promise<void> {
    try {
      const {total, rows} = await this.#fetch(page * kPage, kPage);
      this.total = total;
      this.#keep(page, rows);
    } catch {
      // The engine stopped: whoever stopped it shows something else by now.
      this.#wanted = [];
    }
    this.dispatchEvent(new Event('change'));
  }

  #keep(page: number, rows: readonly Row[]): void {
    this.#pages.set(page, rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= kKept) return;
      this.#pages.delete(oldest);
    }
  }
}
