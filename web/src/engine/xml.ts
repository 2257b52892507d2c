/** As much of XML as spreadsheets are written in, read piece by piece: tags, their attributes, text. */

export interface XmlListener {
  /** `tag`: the name without its prefix; `inside`: all between its name and its end, for `attributeOf`. */
  open(tag: string, inside: string): void;
  close(tag: string): void;
  text(text: string): void;
}

/** Tells a listener what it meets. What is cut by the end of a piece waits for the next. */
export class XmlReader {
  readonly #listener: XmlListener;
  #rest = '';

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  read(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) this.#listener.text(plainText(text.slice(at, tag)));
      at = tag;
      const end = text[tag + 1] === '!' ? this.#skip(text, tag) : endOfTag(text, tag);
      if (end < 0) break;
      if (text[tag + 1] !== '!' && text[tag + 1] !== '?') this.#tell(text.slice(tag + 1, end - 1));
      at = end;
    }
    this.#rest = text.slice(at);
  }

  /** Where a comment, a declaration or raw text that begins at `tag` ends; -1: not yet. Raw text is told. */
  #skip(text: string, tag: number): number {
    const isCut = text.length - tag < 9;
    if (text.startsWith('<![CDATA[', tag)) {
      const end = text.indexOf(']]>', tag);
      if (end >= 0) this.#listener.text(text.slice(tag + 9, end));
      return end < 0 ? -1 : end + 3;
    }
    if (text.startsWith('<!--', tag)) {
      const end = text.indexOf('-->', tag + 4);
      return end < 0 ? -1 : end + 3;
    }
    return isCut ? -1 : endOfTag(text, tag);
  }

  #tell(tag: string): void {
    if (tag.startsWith('/')) return this.#listener.close(nameIn(tag.slice(1).trimEnd()));
    const isEmpty = tag.endsWith('/');
    const inside = isEmpty ? tag.slice(0, -1) : tag;
    const blank = inside.search(/\s/);
    const name = nameIn(blank < 0 ? inside : inside.slice(0, blank));
    this.#listener.open(name, blank < 0 ? '' : inside.slice(blank));
    if (isEmpty) this.#listener.close(name);
  }
}

/** The value of an attribute; undefined where there is none. A prefix counts as part of the name. */
export function attributeOf(inside: string, name: string): string | undefined {
  const at = inside.indexOf(` ${name}="`);
  if (at >= 0) {
    const from = at + name.length + 3;
    return plainText(inside.slice(from, inside.indexOf('"', from)));
  }
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inside);
  return match ? plainText(match[1] ?? match[2] ?? '') : undefined;
}

/** The place behind the `>` that ends a tag; one within quotes does not. */
function endOfTag(text: string, tag: number): number {
  let end = text.indexOf('>', tag);
  while (end >= 0 && !isBalanced(text, tag, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

function isBalanced(text: string, from: number, to: number): boolean {
  let quote = '';
  for (let i = from; i < to; ++i) {
    const character = text[i] as string;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
  }
  return quote === '';
}

function nameIn(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const kNamed: Record<string, string> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"};

function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return kNamed[name as string] ?? all;
    const point = hex ? parseInt(hex as string, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}
