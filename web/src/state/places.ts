/** Where somebody is in a report, and what such a place is called in an address. */
import type {Screen} from '../i18n/frame-words.js';
import {
  kNoFilter,
  type CustomerFilter,
  type CustomerView,
  type OpenCustomer,
  type Ready,
} from './app-state.js';

/** In the order in which they are worked with. */
export const kScreens: readonly Screen[] = [
  'week',
  'customers',
  'returns',
  'plans',
  'report',
  'health',
  'files',
];

/** Without customers there is nothing to say about people. */
export const kWithoutCustomers: readonly Screen[] = ['week', 'report', 'health', 'files'];

export interface Place {
  screen: Screen;
  view: CustomerView;
  customer: Pick<OpenCustomer, 'id' | 'at'> | null;
}

export function placeOf({screen, view, customer}: Ready): Place {
  return {screen, view, customer: customer && {id: customer.id, at: customer.at}};
}

/** Of two places, whether the way from one to the other is worth an entry in the history. */
export function isSamePlace(one: Place, other: Place): boolean {
  const filters = Object.keys(kNoFilter) as (keyof CustomerFilter)[];
  return (
    one.screen === other.screen &&
    one.customer?.id === other.customer?.id &&
    filters.every((name) => JSON.stringify(one.view[name]) === JSON.stringify(other.view[name]))
  );
}

/** What fills the page there: a customer stands above a screen. */
export function shownAt({screen, customer}: Place): Screen | 'customer' {
  return customer ? 'customer' : screen;
}

/** `#/week`, `#/customer/17`. */
export function addressOf({screen, customer}: Place): string {
  return customer ? `#/customer/${customer.id}` : `#/${screen}`;
}

/** The screen that an address means; a customer's number is another's in the next shop, so the table stands for it. */
export function screenAt(address: string): Screen | null {
  const [, name, number] = /^#\/(\w+)(?:\/(\d+))?$/.exec(address) ?? [];
  if (name === 'customer' && number !== undefined) return 'customers';
  return kScreens.find((screen) => screen === name && number === undefined) ?? null;
}

/** A place in figures that were counted anew since: marks, segments and customers are others by now. */
export function withoutMarks({screen, view}: Place): Place {
  return {
    screen,
    view: {...view, segment: null, cluster: null, deed: null},
    customer: null,
  };
}
