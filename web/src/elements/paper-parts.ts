/** What pieces of the report are made of: tables whose cells may be withheld, and words for what is. */
import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Locale} from '../i18n/locale.js';
import {isFew, tellsFew, type Told} from '../state/few.js';

/** A piece, ready to be shown. */
export interface Piece {
  title: string;
  how: string;
  body: unknown;
  /** Small, below. */
  notes?: readonly string[];
}

/** A column: its heading, and whether it holds numbers. */
export type Column = readonly [heading: string, kind?: 'number' | 'bar'];

/** A cell is text, or the share from 0 to 1 of a bar. */
export type PaperCell = string | number;

export function paperTable(
  columns: readonly Column[],
  rows: readonly (readonly PaperCell[])[],
): TemplateResult {
  return html`<table class="plain">
    <thead>
      <tr>
        ${columns.map(([heading, kind]) =>
          heading === ''
            ? html`<td></td>`
            : html`<th scope="col" class=${kind ?? nothing}>${heading}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, place) => paperCell(cell, place, columns[place]?.[1]))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function paperCell(cell: PaperCell, place: number, kind: Column[1]) {
  if (place === 0) return html`<th scope="row"><bdi>${cell}</bdi></th>`;
  if (typeof cell === 'string') return html`<td class=${kind ?? nothing}>${cell}</td>`;
  return html`<td class="bar">
    ${svg`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width=${Math.max(0, 100 * cell)} height="10" /></svg>`}
  </td>`;
}

/** A count of people, or that it is withheld. */
export function peopleText(
  people: number,
  told: Told,
  {words, format}: Locale,
  short: 'few' | 'fewShort' = 'few',
): string {
  if (told === 'few') return words.paper[short];
  return told === 'beside' ? words.paper.beside : format.number(people);
}

/** What belongs to people: told where they are. */
export function besideText(text: string, told: Told, {words}: Locale): string {
  return told === 'told' ? text : words.paper.beside;
}

/** Of a part of a whole, where no sum of such parts is told. */
export function partTold(part: number, whole: number): Told {
  if (isFew(part)) return 'few';
  return tellsFew(part, whole) ? 'beside' : 'told';
}
