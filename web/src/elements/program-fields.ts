/** The fields that sentences of a reward program are made of. */
import {html, nothing, type TemplateResult} from 'lit';
import {kSchemeRules} from '../charts/segment-rules.js';
import type {Locale} from '../i18n/locale.js';
import type {Amount, Condition, Operator, Plain, Span, Unit} from './program-draft.js';
import {percentOf, readSpan, shareOf, writeSpan} from './program-draft.js';
import {prettyJson} from './pretty-json.js';

type Content = TemplateResult | string | typeof nothing;

/** What is asked of a fact decides which fields stand behind it. */
type Kind = 'number' | 'money' | 'days' | 'date' | 'words' | 'list';

/** Whom a rule asks, and in which words. */
export interface Asked {
  locale: Locale;
  /** Of the shop; empty where the files name none. */
  currency: string;
  unit: 'money' | 'points';
  /** What a rule can ask, in the order of the list. */
  facts: readonly string[];
  /** All that a text can be, by its fact; not there: anything. */
  known: Readonly<Record<string, readonly Plain[]>>;
}

/** Facts of a customer as of today. */
export const kCustomerFacts: readonly string[] = [
  'orders',
  'days_since_last',
  'days_since_first',
  'revenue',
  'average_order_value',
  'segment',
  'products',
  'categories',
  'order_days',
  'frequency',
  'value',
  'r',
  'f',
  'm',
  'cluster',
  'first_order',
  'last_order',
];

/** Facts of an order, a birthday or an event. */
export const kOccasionFacts: readonly string[] = [
  'amount',
  'quantity',
  'products',
  'categories',
  'weekday',
  'month',
  'hour',
  'date',
  'channel',
  'orders',
  'revenue',
  'days_since_last',
  'days_since_first',
  'tier',
  'score',
];

const kKinds: Record<string, Kind> = {
  revenue: 'money',
  average_order_value: 'money',
  value: 'money',
  amount: 'money',
  days_since_last: 'days',
  days_since_first: 'days',
  age: 'days',
  first_order: 'date',
  last_order: 'date',
  as_of: 'date',
  date: 'date',
  segment: 'words',
  tier: 'words',
  channel: 'words',
  weekday: 'words',
  products: 'list',
  categories: 'list',
};
const kindOf = (fact: string): Kind => kKinds[fact] ?? 'number';

/** Of what there can be a share, in points for each so much or per cent. */
const kShared: readonly string[] = [
  'amount',
  'revenue',
  'average_order_value',
  'value',
  'orders',
  'quantity',
];

/** Words that a fact can be in any shop. */
export const kKnown: Asked['known'] = {
  segment: kSchemeRules.r_by_f_ten_segments.map(({name}) => name),
  weekday: [1, 2, 3, 4, 5, 6, 7],
};

/** What a comparison is chosen by. */
const kOperators: Record<string, Operator | 'between'> = {
  '>=': '>=',
  '<=': '<=',
  '>': '>',
  '<': '<',
  '==': '==',
  '!=': '!=',
  between: 'between',
};

/** A sentence with its fields at their places. */
export function filled(sentence: string, fields: Readonly<Record<string, Content>>): Content[] {
  return sentence
    .split(/\{(\w+)\}/)
    .map((part, place) => (place % 2 === 0 ? part : (fields[part] ?? nothing)));
}

export function factName(fact: string, {words}: Locale): string {
  return fact === 'amount' ? words.program.paid : (words.rules.fact[fact] ?? fact);
}

/** What was typed; undefined while it is no number yet. */
function numberIn(event: Event): number | null | undefined {
  const {value, validity} = event.target as HTMLInputElement;
  if (validity.badInput) return undefined;
  return value === '' ? null : Number(value);
}

const textIn = (event: Event) => (event.target as HTMLInputElement).value;

/** How a field is called, and whether what it holds was refused. */
export interface Named {
  label: string;
  wrong?: boolean;
  /** For tests and styles. */
  field?: string;
}

export function numberField(
  value: number | null,
  {label, wrong = false, field = ''}: Named,
  change: (value: number | null) => void,
): TemplateResult {
  return html`<input
    type="number"
    step="any"
    min="0"
    inputmode="decimal"
    data-field=${field}
    aria-label=${label}
    aria-invalid=${wrong ? 'true' : 'false'}
    .value=${value === null ? '' : String(value)}
    @input=${(event: Event) => {
      const typed = numberIn(event);
      if (typed !== undefined) change(typed);
    }}
  />`;
}

export function textField(
  value: string,
  {label, wrong = false, field = ''}: Named,
  change: (value: string) => void,
  list = '',
): TemplateResult {
  return html`<input
    type="text"
    autocomplete="off"
    data-field=${field}
    list=${list || nothing}
    aria-label=${label}
    aria-invalid=${wrong ? 'true' : 'false'}
    .value=${value}
    @input=${(event: Event) => change(textIn(event))}
  />`;
}

export function dateField(
  value: string,
  {label, wrong = false, field = ''}: Named,
  change: (value: string) => void,
): TemplateResult {
  return html`<input
    type="date"
    data-field=${field}
    aria-label=${label}
    aria-invalid=${wrong ? 'true' : 'false'}
    .value=${value}
    @change=${(event: Event) => change(textIn(event))}
  />`;
}

/** A choice among words; what is chosen now is among them, be it in no list. */
export function choice<T extends Plain>(
  chosen: T,
  options: readonly (readonly [value: T, name: string])[],
  {label, wrong = false, field = ''}: Named,
  change: (value: T) => void,
): TemplateResult {
  const isKnown = options.some(([value]) => value === chosen);
  const all = isKnown ? options : [[chosen, String(chosen ?? '')] as const, ...options];
  return html`<select
    data-field=${field}
    aria-label=${label}
    aria-invalid=${wrong ? 'true' : 'false'}
    @change=${(event: Event) => {
      const option = all[(event.target as HTMLSelectElement).selectedIndex];
      if (option) change(option[0]);
    }}
  >
    ${all.map(
      ([value, name]) =>
        html`<option .selected=${value === chosen} value=${String(value)}>${name}</option>`,
    )}
  </select>`;
}

/** Every word of a record as a choice. */
export function wordChoice<W extends string>(
  chosen: W,
  names: Readonly<Record<W, string>>,
  named: Named,
  change: (value: W) => void,
): TemplateResult {
  return choice(chosen, Object.entries(names) as [W, string][], named, change);
}

/** How a value of a fact is called: segments, weekdays and tiers by their names. */
function valueName(value: Plain, fact: string, {words, format}: Locale): string {
  if (fact === 'weekday' && typeof value === 'number') return format.weekday(value, 'long');
  const names: Readonly<Record<string, string>> = words.segments.name;
  return (fact === 'segment' && names[String(value)]) || String(value ?? '');
}

/** What a new condition asks first of a fact. */
export function freshCondition(fact: string): Condition {
  switch (kindOf(fact)) {
    case 'list':
      return {is: 'holds', fact, how: 'some', values: []};
    case 'words':
      return {is: 'among', fact, how: 'in', values: []};
    case 'date':
      return {is: 'compared', fact, operator: '>=', value: null};
    default:
      return {is: 'compared', fact, operator: '>=', value: fact === 'days_since_last' ? 60 : 2};
  }
}

/** Values that were chosen, each with a way out, and a field for one more. */
function severalValues(
  values: readonly Plain[],
  {fact, asked, label, wrong}: {fact: string; asked: Asked; label: string; wrong: boolean},
  change: (values: Plain[]) => void,
): TemplateResult {
  const {locale} = asked;
  const {program} = locale.words;
  const known = asked.known[fact];
  const isClosed = known !== undefined && kindOf(fact) === 'words';
  const add = (value: Plain) => {
    if (value !== '' && !values.includes(value)) change([...values, value]);
  };
  const left = (known ?? []).filter((value) => !values.includes(value));
  return html`<span class="values">
    ${values.map((value, place) => {
      const name = valueName(value, fact, locale);
      return html`<button
        class="value"
        aria-label=${program.dropValue(name)}
        @click=${() => change(values.filter((_, other) => other !== place))}
      >
        ${name}<span aria-hidden="true">×</span>
      </button>`;
    })}
    ${
      isClosed
        ? html`<select
            data-field="value"
            aria-label=${label}
            aria-invalid=${wrong ? 'true' : 'false'}
            ?disabled=${left.length === 0}
            @change=${(event: Event) => {
              const field = event.target as HTMLSelectElement;
              const value = left[field.selectedIndex - 1];
              field.selectedIndex = 0;
              if (value !== undefined) add(value);
            }}
          >
            <option value="">${program.choose}</option>
            ${left.map((value) => html`<option value=${String(value)}>${valueName(value, fact, locale)}</option>`)}
          </select>`
        : html`<input
            type="text"
            autocomplete="off"
            data-field="value"
            list="known-${fact}"
            aria-label=${label}
            aria-invalid=${wrong ? 'true' : 'false'}
            placeholder=${program.addValue}
            @change=${(event: Event) => {
              const field = event.target as HTMLInputElement;
              add(field.value.trim());
              field.value = '';
            }}
          />`
    }
  </span>`;
}

/** Names for what can be anything, offered while it is typed. */
export function knownLists({known}: Asked): TemplateResult[] {
  return Object.entries(known)
    .filter(([fact]) => kindOf(fact) === 'list')
    .map(
      ([fact, values]) =>
        html`<datalist id="known-${fact}">
          ${values.map((value) => html`<option value=${String(value)}></option>`)}
        </datalist>`,
    );
}

/** Everything a condition's fields need to know of it. */
interface Line {
  asked: Asked;
  whose: string;
  wrong: boolean;
  change: (condition: Condition) => void;
}

function valueField(
  value: Plain,
  fact: string,
  {asked, whose, wrong}: Line,
  what: string,
  change: (value: Plain) => void,
): TemplateResult {
  const {locale} = asked;
  const named = {label: locale.words.program.of(what, whose), wrong, field: 'value'};
  const known = asked.known[fact];
  if (kindOf(fact) === 'words' && known)
    return choice(
      value,
      known.map((one) => [one, valueName(one, fact, locale)]),
      named,
      change,
    );
  if (kindOf(fact) === 'date')
    return dateField(String(value ?? ''), named, (day) => change(day === '' ? null : day));
  if (kindOf(fact) === 'words' || typeof value === 'string')
    return textField(String(value ?? ''), named, change);
  return numberField(value, named, change);
}

function unitOf(fact: string, {locale, currency}: Asked): string {
  const kind = kindOf(fact);
  return kind === 'days' ? locale.words.program.days : kind === 'money' ? currency : '';
}

function comparedFields(
  condition: Extract<Condition, {is: 'compared' | 'between'}>,
  line: Line,
): Content {
  const {asked, whose, wrong, change} = line;
  const {program} = asked.locale.words;
  const {fact} = condition;
  const named = {label: program.of(program.comparison, whose), wrong, field: 'operator'};
  const isWord = kindOf(fact) === 'words';
  const {'==': same, '!=': other} = program.among;
  const names =
    kindOf(fact) === 'date'
      ? program.dayOperator
      : isWord
        ? {...program.operator, '==': same, '!=': other}
        : program.operator;
  const operator = condition.is === 'between' ? 'between' : condition.operator;
  const offered = isWord ? wordOperators(asked, operator) : Object.entries(names);
  const value = condition.is === 'between' ? condition.low : condition.value;
  const compare = choice<string>(operator, offered, named, (chosen) => {
    if (chosen === 'in' || chosen === 'not_in')
      return change({is: 'among', fact, how: chosen, values: value === null ? [] : [value]});
    const known = kOperators[chosen];
    if (known === 'between') change({is: 'between', fact, low: value, high: value});
    else if (known) change({is: 'compared', fact, operator: known, value});
  });
  if (condition.is === 'between')
    return html`${compare}
    ${valueField(condition.low, fact, line, program.low, (low) => change({...condition, low}))}
    ${program.to}
    ${valueField(condition.high, fact, line, program.high, (high) => change({...condition, high}))}
    ${unitOf(fact, asked)}`;
  return html`${compare}
  ${valueField(condition.value, fact, line, program.value, (now) => change({...condition, value: now}))}
  ${unitOf(fact, asked)}`;
}

/** How words are compared; an order that somebody wrote by hand is among it while it stands. */
function wordOperators({locale}: Asked, now: string): [string, string][] {
  const {among, operator} = locale.words.program;
  const written = kOperators[now];
  const extra =
    written && !(written in among) ? [[written, operator[written]] as [string, string]] : [];
  return [...Object.entries(among), ...extra];
}

function amongFields(condition: Extract<Condition, {is: 'among'}>, line: Line): Content {
  const {asked, whose, wrong, change} = line;
  const {program} = asked.locale.words;
  const {fact, how, values} = condition;
  const compare = choice<string>(
    how,
    wordOperators(asked, how),
    {label: program.of(program.comparison, whose), wrong, field: 'operator'},
    (chosen) => {
      if (chosen === 'in' || chosen === 'not_in') change({...condition, how: chosen});
      else
        change({
          is: 'compared',
          fact,
          operator: chosen === '!=' ? '!=' : '==',
          value: values[0] ?? null,
        });
    },
  );
  const label = program.of(program.addValue, whose);
  return html`${compare}
  ${severalValues(values, {fact, asked, label, wrong}, (now) => change({...condition, values: now}))}`;
}

function holdsFields(condition: Extract<Condition, {is: 'holds'}>, line: Line): Content {
  const {asked, whose, wrong, change} = line;
  const {program} = asked.locale.words;
  const {fact, how, values} = condition;
  const label = program.of(program.addValue, whose);
  return html`${wordChoice(
    how,
    program.holds,
    {label: program.of(program.comparison, whose), wrong, field: 'operator'},
    (now) => change({...condition, how: now}),
  )}
  ${severalValues(values, {fact, asked, label, wrong}, (now) => change({...condition, values: now}))}`;
}

function conditionFields(condition: Condition, line: Line): Content {
  const {asked, whose, wrong, change} = line;
  const {program} = asked.locale.words;
  if (condition.is === 'written')
    return html`<details class="hand">
      <summary>${program.byHand}</summary>
      <pre>${prettyJson(condition.logic)}</pre>
    </details>`;
  const {facts, locale} = asked;
  const facing = choice(
    condition.fact,
    facts.map((fact) => [fact, factName(fact, locale)] as const),
    {label: program.of(program.fact, whose), wrong, field: 'fact'},
    (fact) => change(freshCondition(fact)),
  );
  const fields =
    condition.is === 'among'
      ? amongFields(condition, line)
      : condition.is === 'holds'
        ? holdsFields(condition, line)
        : comparedFields(condition, line);
  return html`${facing} ${fields}`;
}

/** The conditions of a rule, a line each. */
export function conditionLines(
  conditions: readonly Condition[],
  asked: Asked,
  {whose, wrongAt}: {whose: string; wrongAt: (place: number) => boolean},
  change: (conditions: Condition[]) => void,
): TemplateResult {
  const {program} = asked.locale.words;
  const first = asked.facts[0] ?? 'orders';
  const isAlways = conditions.length === 0;
  const more = isAlways ? `${program.when} …` : program.addCondition;
  const put = (place: number, condition: Condition) =>
    change(conditions.map((other, at) => (at === place ? condition : other)));
  const add = html`<button
    class="quiet and"
    aria-label=${program.of(more, whose)}
    @click=${() => change([...conditions, freshCondition(first)])}
  >
    ${more}
  </button>`;
  if (isAlways)
    return html`<div class="line"><span class="word">${program.always}</span>${add}</div>`;
  return html`${conditions.map(
    (condition, place) =>
      html`<div class="line" data-condition=${place}>
        <span class="word">${place === 0 ? program.when : program.and}</span>
        ${conditionFields(condition, {
          asked,
          whose,
          wrong: wrongAt(place),
          change: (now) => put(place, now),
        })}
        <button
          class="quiet drop"
          aria-label=${program.of(program.dropCondition, whose)}
          @click=${() => change(conditions.filter((_, at) => at !== place))}
        >
          ×
        </button>
        ${place === conditions.length - 1 ? add : nothing}
      </div>`,
  )}`;
}

/** What a rule gives. `times`: its number multiplies, which only rules for occasions can. */
export function amountSentence(
  amount: Amount,
  asked: Asked,
  {whose, wrong, times}: {whose: string; wrong: boolean; times: 'yes' | 'no' | 'never'},
  change: (amount: Amount, times: 'yes' | 'no' | 'never') => void,
): Content[] {
  const {locale, unit, currency, facts} = asked;
  const {program} = locale.words;
  const named = (what: string, field: string) => ({label: program.of(what, whose), wrong, field});
  const {fixed, share, times: multiply} = program.gives;
  const kind = times === 'yes' ? 'times' : amount.is;
  const names = {fixed, share, ...(times === 'never' ? {} : {times: multiply})};
  const number = amount.is === 'fixed' ? amount.amount : 1;
  const kinds = choice<string>(
    amount.is === 'written' ? 'written' : kind,
    [
      ...Object.entries(names),
      ...(amount.is === 'written' ? [['written', program.byHand] as [string, string]] : []),
    ],
    named(program.give, 'give'),
    (chosen) => {
      if (chosen === 'times') change({is: 'fixed', amount: 2}, 'yes');
      else if (chosen === 'fixed')
        change({is: 'fixed', amount: number}, times === 'never' ? times : 'no');
      else if (chosen === 'share') {
        const fact = facts.find((one) => kShared.includes(one)) ?? 'revenue';
        const of = unit === 'money' ? 0.1 : 1;
        change(
          {
            is: 'share',
            fact: facts === kCustomerFacts ? 'average_order_value' : fact,
            give: of,
            per: 1,
            most: null,
          },
          times === 'never' ? times : 'no',
        );
      }
    },
  );
  const give = html`<span class="word">${program.give}</span>${kinds}`;
  if (amount.is === 'written')
    return [
      give,
      html`<details class="hand">
        <summary>${program.byHand}</summary>
        <pre>${prettyJson(amount.logic)}</pre>
      </details>`,
    ];
  const keep = (now: Amount) => change(now, times);
  if (amount.is === 'fixed') {
    const sentence = program.fixed[kind === 'times' ? 'times' : unit];
    return filled(sentence, {
      give,
      money: currency,
      number: numberField(amount.amount, named(program.number, 'amount'), (now) =>
        keep({is: 'fixed', amount: now}),
      ),
    });
  }
  const perCent = unit === 'money';
  const {give: factor, per} = amount;
  const shown = perCent ? percentOf(factor === null || per === null ? null : factor / per) : factor;
  return filled(program.share[unit], {
    give,
    money: currency,
    number: numberField(shown, named(program.number, 'amount'), (now) =>
      keep(perCent ? {...amount, give: shareOf(now), per: 1} : {...amount, give: now}),
    ),
    per: numberField(per, named(program.per, 'per'), (now) => keep({...amount, per: now})),
    fact: choice(
      amount.fact,
      facts
        .filter((fact) => kShared.includes(fact) && (!perCent || kindOf(fact) === 'money'))
        .map((fact) => [fact, factName(fact, locale)] as const),
      named(program.shareOf, 'of'),
      (fact) => keep({...amount, fact}),
    ),
    most: numberField(amount.most, named(program.most, 'most'), (most) => keep({...amount, most})),
  });
}

/** A length of time; what its grammar has beyond days to years is edited as text. `edged`: it may last to the end of a day or month. */
export function spanFields(
  text: unknown,
  named: Named & {edged: 'yes' | 'no'},
  {locale}: Asked,
  change: (text: string) => void,
): Content {
  const {program} = locale.words;
  const span: Span = readSpan(text);
  if (span.is === 'written')
    return textField(
      span.text,
      {...named, label: program.of(program.spanText, named.label)},
      change,
    );
  const edges: Record<string, string> = {
    '': program.spanEdge[''],
    _UD: program.spanEdge.D,
    _UW: program.spanEdge.W,
    _UM: program.spanEdge.M,
    _UY: program.spanEdge.Y,
    ...(span.edge === '_U' ? {_U: program.spanEdge[span.unit]} : {}),
  };
  const put = (part: Partial<Extract<Span, {is: 'span'}>>) => change(writeSpan({...span, ...part}));
  return html`${numberField(span.amount, named, (amount) => {
    if (amount !== null) put({amount: Math.round(amount)});
  })}
  ${wordChoice<Unit>(span.unit, program.spanUnit, named, (unit) => put({unit}))}
  ${
    named.edged === 'yes' || span.edge !== ''
      ? choice<string>(span.edge, Object.entries(edges), named, (edge) => put({edge}))
      : nothing
  }`;
}
