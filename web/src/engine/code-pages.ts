/** The platform's decoders, with the one put right that Node has wrong. */

/** Where Windows-1252 is not Latin-1: code points of the bytes 0x80 to 0x9f. */
const kWindows1252 = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152,
  0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
  0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/** The code point of a byte in Windows-1252. */
export function pointOf1252(byte: number): number {
  return (byte >= 0x80 ? kWindows1252[byte - 0x80] : undefined) ?? byte;
}

/** `bytes` as text; what cannot be decoded becomes U+FFFD. */
export function textOf(encoding: string, bytes: Uint8Array): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(pointOf1252(byte));
  return text;
}

/** By hand, because Node 20 takes Windows-1252 for Latin-1 and turns a euro sign into a control character. */
export function utf8From1252(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let size = 0;
  for (const byte of bytes) {
    if (byte < 0x80) {
      out[size++] = byte;
      continue;
    }
    const point = pointOf1252(byte);
    if (point < 0x800) {
      out[size++] = 0xc0 | (point >> 6);
    } else {
      out[size++] = 0xe0 | (point >> 12);
      out[size++] = 0x80 | ((point >> 6) & 0x3f);
    }
    out[size++] = 0x80 | (point & 0x3f);
  }
  return out.slice(0, size);
}
