/** Encoders for tests: the platform only writes UTF-8, so its decoders are asked for every character and turned round. */
import {pointOf1252} from '../../src/engine/code-pages.js';

const tables = new Map<string, Map<string, number[]>>();

/** `text` in `encoding`; throws where it cannot be written in it. */
export function encoded(encoding: string, text: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text.normalize('NFC')) {
    const known = table.get(character) ?? spelled(table, character);
    if (!known) throw new Error(`${encoding} has no ${character}`);
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}

/** A Vietnamese letter as the letter and its tone. */
function spelled(table: Map<string, number[]>, character: string): number[] | undefined {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(character.normalize('NFD'))?.[0];
  if (!tone) return undefined;
  const letter = character.normalize('NFD').replace(tone, '').normalize('NFC');
  const [first, second] = [table.get(letter), table.get(tone)];
  return first && second && [...first, ...second];
}

function tableOf(encoding: string): Map<string, number[]> {
  let table = tables.get(encoding);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    const isWide = /^(gb|big5|shift|euc)/.test(encoding);
    const add = (bytes: number[], character: string) => {
      const isOne = Array.from(character).length === 1 && character !== '\uFFFD';
      if (isOne && !table?.has(character)) table?.set(character, bytes);
    };
    for (let byte = 0; byte < 256; ++byte) {
      const character =
        encoding === 'windows-1252'
          ? String.fromCharCode(pointOf1252(byte))
          : decoder.decode(Uint8Array.of(byte));
      add([byte], character);
    }
    for (let lead = 0x81; isWide && lead <= 0xfe; ++lead)
      for (let trail = 0x40; trail <= 0xfe; ++trail)
        add([lead, trail], decoder.decode(Uint8Array.of(lead, trail)));
    tables.set(encoding, table);
  }
  return table;
}
