/** What the engine is asked for a view of the customer table. */
import type {CustomerQuery} from '../engine/protocol.js';
import type {CustomerView, Deed} from './app-state.js';
import {signsWithTag, type Remark} from './remarks.js';

export function customerQuery(
  view: CustomerView,
  remarks: readonly Remark[],
): Partial<CustomerQuery> {
  const {segment, cluster, state, cell, began, habit, deed, card, tag, search} = view;
  const {sort, descending} = view;
  return {
    sort,
    descending,
    ...(segment === null ? {} : {segment}),
    ...(cluster === null ? {} : {cluster}),
    ...(state === null ? {} : {state}),
    ...(cell ?? {}),
    ...(began === null ? {} : {first_from: began.from, first_to: began.to}),
    ...(habit === null ? {} : habitQuery(habit)),
    ...(deed === null ? {} : deedQuery(deed)),
    ...(card === null ? {} : {card}),
    ...(tag === null ? {} : {signs: signsWithTag(remarks, tag)}),
    ...(search === '' ? {} : {search}),
  };
}

function habitQuery({frequency: [from, to], since}: NonNullable<CustomerView['habit']>) {
  return {
    frequency_from: from,
    ...(to === null ? {} : {frequency_to: to}),
    days_since_last_from: since[0],
    days_since_last_to: since[1],
  };
}

function deedQuery(deed: Deed): Partial<CustomerQuery> {
  switch (deed.did) {
    case 'cohort':
      return {cohort: deed.cohort, ...(deed.age === null ? {} : {cohort_age: deed.age})};
    case 'ordered':
      return {ordered_from: deed.from, ordered_to: deed.to};
    case 'again':
      return {again_from: deed.from, again_to: deed.to};
    case 'second':
      return {second_to: deed.within};
    case 'moved':
      return {move: deed.move, move_period: deed.place};
    case 'ranked':
      return {rank_from: deed.from, rank_to: deed.to};
    case 'season':
      return {[deed.season]: deed.of};
  }
}
