/** Asks for the customers behind a figure. */
import {periodDays} from '../charts/periods.js';
import type {CustomerView, Deed} from '../state/app-state.js';

/** Fires `rg-show` with the filter of the customers. */
export function show(from: HTMLElement, detail: Partial<CustomerView>): void {
  from.dispatchEvent(new CustomEvent('rg-show', {detail, bubbles: true, composed: true}));
}

/** Those who began in a period, as far as it is one. */
export function showBegan(from: HTMLElement, period: string | null): void {
  const began = period === null ? null : periodDays(period);
  if (began) show(from, {began});
}

/** Those who did so. */
export function showDeed(from: HTMLElement, deed: Deed): void {
  show(from, {deed});
}

/** Those who ordered in a period, as far as it is one. */
export function showOrdered(from: HTMLElement, period: string): void {
  const days = periodDays(period);
  if (days) showDeed(from, {did: 'ordered', ...days});
}
