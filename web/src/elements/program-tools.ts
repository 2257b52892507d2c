/** The buttons that move a rule or take it away. */
import {html, type TemplateResult} from 'lit';
import type {Locale} from '../i18n/locale.js';
import {icon} from './icons.js';

/** `move`: to where; -1: nowhere. */
export function ruleTools(
  {words}: Locale,
  whose: string,
  place: number,
  count: number,
  move: (to: number) => void,
): TemplateResult {
  const {up, down, remove} = words.program;
  return html`<div class="tools">
    <button
      class="quiet up"
      aria-label=${up(whose)}
      ?disabled=${place === 0}
      @click=${() => move(place - 1)}
    >
      ↑
    </button>
    <button
      class="quiet down"
      aria-label=${down(whose)}
      ?disabled=${place === count - 1}
      @click=${() => move(place + 1)}
    >
      ↓
    </button>
    <button class="quiet remove" aria-label=${remove(whose)} @click=${() => move(-1)}>
      ${icon('close')}
    </button>
  </div>`;
}
