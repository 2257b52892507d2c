/** A file with one day or a few for a calendar. Source: RFC 5545, sections 3.1, 3.3.4, 3.3.11, 3.6.1 and 3.8.4.7. */

/** Somebody to think of, between two days, both included. */
export interface Reminder {
  /** Whom it is about; never in the file itself, but one of the same days takes the place of another. */
  of: string;
  title: string;
  text: string;
  /** `2026-03-02`. */
  from: string;
  to: string;
  /** The day of the figures, which is when this was said. */
  asOf: string;
}

/** A line may have so many bytes before it goes on in the next. */
const kLine = 75;
/** A text may not hold the controls below, but for the line end, which is written `\\n`. */
// eslint-disable-next-line no-control-regex
const kControls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

export function calendarOf({of, title, text, from, to, asOf}: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regulars//EN',
    'BEGIN:VEVENT',
    `UID:${signOf(`${of}\n${from}\n${to}`)}@regulars.invalid`,
    `DTSTAMP:${dayOf(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${dayOf(from)}`,
    `DTEND;VALUE=DATE:${dayOf(dayAfter(to))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function dayOf(date: string): string {
  return date.replaceAll('-', '');
}

/** The end of whole days is the day on which they are over. */
function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(kControls, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** Broken between signs, never within the bytes of one. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let text = '';
  let length = 0;
  for (const sign of line) {
    const {length: more} = bytes.encode(sign);
    if (length + more > kLine) {
      text += '\r\n ';
      length = 1;
    }
    text += sign;
    length += more;
  }
  return text;
}

/** FNV-1a, twice with different beginnings: enough to tell a shop's customers apart. */
function signOf(text: string): string {
  const half = (from: number) => {
    let hash = from;
    for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x050c5d1f);
}
