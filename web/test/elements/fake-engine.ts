/** An engine without an engine: answers as the real one would, from invented customers. For tests only. */
import type {Engine} from '../../src/engine/engine.js';
import {EngineError} from '../../src/engine/errors.js';
import type {
  Answer,
  AudienceCount,
  AudienceQuery,
  CustomerDetail,
  CustomerQuery,
  CustomerRow,
  KnownRow,
  Mend,
  Preview,
  ProgramTrial,
  RejectedRow,
  Report,
  RfmOptions,
  RhythmState,
  RuleEffect,
  SegmentTrial,
  Trial,
  Verb,
  Verbs,
} from '../../src/engine/protocol.js';
import type {Json} from '../../src/elements/program-draft.js';
import {sampleReport} from './sample-report.js';

const first = ['Ada', 'Bruno', 'Chiara', 'Dag', 'Elif', 'Farid', 'Greta', 'Hana', 'Ivo', 'Juno'];
const last = ['Almquist', 'Brandt', 'Castellan', 'Dorrego', 'Eklund', 'Farrow', 'Gallo', 'Holm'];

const kStates: readonly RhythmState[] = ['on_time', 'due', 'overdue', 'new', 'lapsed'];

export const kPreview: Preview = {
  name: 'orders.csv',
  kind: 'orders',
  profile: 'generic',
  notes: [],
  dialect: {
    delimiter: ',',
    quote: '"',
    escape: '"',
    header_line: 1,
    line_end: '\n',
    in_runs: false,
  },
  header: ['order', 'date', 'customer', 'paid'],
  guesses: [
    {role: 'order', column: 1, header: 'order', reason: 'name'},
    {role: 'date', column: 2, header: 'date', reason: 'name'},
    {role: 'customer', column: 3, header: 'customer', reason: 'name'},
    {role: 'amount', column: 4, header: 'paid', reason: 'content'},
  ],
  sample: [['1', '03/04/26', 'ada@example.org', '12.00']],
};

export const kTrial: Trial = {
  rows_read: 100,
  rows_kept: 98,
  rows_rejected: 2,
  orders: 61,
  orders_counted: 60,
  customers: 41,
  revenue: 123_400,
  minor_digits: 2,
  currency: 'EUR',
  dates: {
    basis: 'proven',
    order: 'day_first',
    proven: 40,
    undecided: 20,
    proof: {row: 812, column: 'date', text: '17/04/26'},
    asked: {row: 2, column: 'date', text: '03/04/26'},
  },
  statuses: [
    {word: 'paid', rows: 90, meaning: 'counted'},
    {word: 'parked', rows: 8, meaning: 'unknown'},
  ],
  reasons: [{kind: 'invalid_date', count: 2, first: {row: 41, column: 'date', text: '31.02.2026'}}],
  zones: [],
};

const kEffects: RuleEffect[] = [
  {
    rule: 'drop_copies',
    on: true,
    count: 52,
    kind: 'duplicate_line',
    orders: -12,
    customers: -2,
    revenue: -34_000,
  },
  {
    rule: 'merge_customers',
    on: true,
    count: 2,
    kind: 'merged_customer',
    orders: 0,
    customers: -2,
    revenue: 0,
  },
];

export const kRejects: RejectedRow[] = [
  {
    reject: 0,
    file: 'orders-2026.csv',
    place: 0,
    row: 412,
    offset: 30_112,
    reason: 'invalid_date',
    column: 'Created at',
    mending: 'none',
    text: '#1290,2025-02-31,ada@example.org,12.00',
  },
  {
    reject: 1,
    file: 'orders-2026.csv',
    place: 0,
    row: 1198,
    offset: 90_002,
    reason: 'invalid_amount',
    column: 'Total',
    mending: 'none',
    text: '#1702,2025-03-01,bruno@example.org,n/a',
  },
];

export class FakeEngine implements Engine {
  readonly #size: number;
  readonly #report: Report = sampleReport;
  readonly #before: (verb: Verb) => void;

  /** `before` is called with each verb, and may throw in its place. */
  constructor({
    size = 1733,
    before = () => {},
  }: {size?: number; before?: (verb: Verb) => void} = {}) {
    this.#size = size;
    this.#before = before;
  }

  async call<V extends Verb>(verb: V, ...args: Parameters<Verbs[V]>): Promise<Answer<V>> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.#before(verb);
    return this.#answer(verb, args[0]) as Answer<V>;
  }

  terminate(): void {}

  #answer(verb: Verb, argument: unknown): unknown {
    switch (verb) {
      case 'sniff':
        return kPreview;
      case 'trial':
        return kTrial;
      case 'cells':
        return {header: ['when', 'who'], records: [['1 May', 'Ada']]};
      case 'cleaning':
        return kEffects;
      case 'rejects':
        return {total: 2, rows: kRejects};
      case 'recognize':
        return (argument as {rows: KnownRow[]}).rows.map(
          ({text}) => kRejects.find((reject) => reject.text === text)?.reject ?? null,
        );
      case 'mend':
        return (argument as {mends: Mend[]}).mends.map(({mending}) => mending === 'fixed');
      case 'push':
        return {rows: 100, rejected: 0, bytes: 100};
      case 'analyze':
        if (
          (argument as {program?: {rules?: unknown}}).program &&
          !(argument as {program: {rules?: unknown}}).program.rules
        ) {
          throw new EngineError('invalid_program', {detail: 'rules: is missing'});
        }
        return this.#report;
      case 'customers':
        return this.#customers(argument as CustomerQuery);
      case 'customer':
        return this.#customer((argument as {id: number}).id);
      case 'difference':
        return {difference: 0.05, low: -0.02, high: 0.12, p: 0.15};
      case 'compare':
        return this.#compare();
      case 'segments':
        return this.#segments(argument as RfmOptions);
      case 'program':
        return this.#program((argument as {program?: Json}).program);
      case 'audience':
        return this.#audience(argument as AudienceQuery);
      case 'audience_csv':
      case 'csv':
        return {text: 'customer\r\n', next: null};
      default:
        return null;
    }
  }

  /** Whoever is rewarded now gains a euro, the others stay as they are. */
  #program(program?: Json): ProgramTrial {
    if (program && !program['rules'])
      throw new EngineError('invalid_program', {detail: 'rules: is missing'});
    const {rewards, rfm} = this.#report;
    const customers = rewards.customers_granted;
    const gain = {customers, sum: 100 * customers, average: 100, rows: []};
    return {
      rewards,
      comparisons: [
        {
          by: 'awards',
          unit: 'money',
          gain,
          lose: {customers: 0, sum: 0, average: null, rows: []},
          same: this.#size - customers,
          segments: rfm.segments.map(({name, customers: same}) => ({
            segment: name,
            gain: 0,
            lose: 0,
            same,
            sum: 0,
          })),
        },
      ],
    };
  }

  /** As the report has them; by scores, a fifth each. */
  #segments({scheme = 'r_by_f_ten_segments', rules, thresholds}: RfmOptions): SegmentTrial {
    const {rfm} = this.#report;
    const none = {orders: 0, revenue: 0};
    const of = rules?.map(({name}) => ({name, customers: Math.floor(this.#size / 5), ...none}));
    return {
      scheme: of ? 'own' : scheme,
      segments: of ?? rfm.segments,
      thresholds: thresholds ?? rfm.thresholds,
    } as SegmentTrial;
  }

  /** A tenth refused, and of a fifth nobody knows. */
  #audience({target, unknown_consent: unknown}: AudienceQuery): AudienceCount {
    const listed = this.#size;
    const refused = Math.floor(listed / 10);
    const isMail = target === 'mailchimp' || target === 'klaviyo';
    const silent = isMail && unknown !== 'given' ? Math.floor(listed / 5) : 0;
    return {
      listed,
      written: listed - refused - silent,
      left_out: {consent_refused: refused, ...(silent > 0 ? {consent_unknown: silent} : {})},
      unknown_consent: silent > 0 ? 0 : Math.floor(listed / 5),
    };
  }

  #customers({offset, limit, segment}: CustomerQuery) {
    const total = segment
      ? (this.#report.rfm.segments.find(({name}) => name === segment)?.customers ?? 0)
      : this.#size;
    const rows = Array.from({length: Math.max(0, Math.min(limit, total - offset))}, (_, index) =>
      this.#row(offset + index, segment),
    );
    return {total, rows};
  }

  #row(id: number, segment?: string): CustomerRow {
    const {segments} = this.#report.rfm;
    const any = segments[(id * 7) % segments.length]?.name ?? 'champions';
    const name = `${first[id % first.length]} ${last[(id * 3) % last.length]}`;
    return {
      id,
      customer: `${name.toLowerCase().replace(' ', '.')}${id}@example.com`,
      name,
      first_order: '2024-08-03',
      last_order: '2026-10-29',
      orders: 1 + (id % 9),
      revenue: 100_000 - (id % 1000) * 83,
      frequency: id % 9,
      recency: 300,
      age: 500,
      value: 3000,
      days_since_last: 20 + (id % 400),
      r: 1 + (id % 5),
      f: 1 + ((id * 3) % 5),
      m: 1 + ((id * 7) % 5),
      segment: segment ?? any,
      cluster: 1 + (id % 4),
      reward: (id % 3) * 500,
      state: kStates[id % kStates.length] ?? 'on_time',
      future: {
        probability_alive: 0.92 - (id % 7) * 0.12,
        expected_orders_90d: 2.4 / (1 + (id % 6)),
        next_order_from: id % 5 === 4 ? null : '2026-12-02',
        next_order_to: id % 3 === 2 ? null : '2027-01-20',
        lifetime_value: 8421.5,
        lifetime_low: 0,
        lifetime_high: 21_000,
        probability_nothing: 0.2 + (id % 4) * 0.2,
      },
    };
  }

  #compare() {
    const group = {customers: 40, revenue: 100_000, compared: 40};
    return {
      first: group,
      second: group,
      both: 0,
      figures: [],
      traits: [],
      tried: {product: 0, category: 0, first_channel: 0},
    };
  }

  #customer(id: number): CustomerDetail {
    return {
      row: this.#row(id),
      held_out: false,
      standing: {more_recent: 0.2, more_orders: 0.1, more_revenue: 0.05},
      rhythm: {
        state: 'on_time',
        usual_days: 40,
        overdue_after_days: 120,
        lapsed_after_days: 160,
        due_on: '2026-12-08',
        overdue_from: '2027-02-27',
        lapsed_from: '2027-04-08',
      },
      orders: [
        {
          order: '#2207',
          date: '2026-10-29',
          amount: 4350,
          status: 'counted',
          products: ['The Salt Road', 'Night Gardens'],
          file: 'orders-2026.csv',
          line: 9011,
        },
        {
          order: '#1904',
          date: '2026-03-02',
          amount: 1890,
          status: 'counted',
          products: ['Bread, Slowly'],
          file: 'orders-2026.csv',
          line: 7120,
        },
        {
          order: '#1710',
          date: '2025-11-20',
          amount: 2600,
          status: 'refunded',
          products: ['A Harbour in Winter'],
          file: 'orders-2026.csv',
          line: 6001,
        },
        {
          order: '#1103',
          date: '2024-08-03',
          amount: 990,
          status: 'counted',
          products: ['Letters to a Lighthouse'],
          file: 'orders-2026.csv',
          line: 1204,
        },
      ],
      merges: [
        {
          from: '+44 20 7946 0000',
          into: this.#row(id).customer,
          name: this.#row(id).name,
          by: 'phone',
          apart: false,
        },
      ],
      recommendations: [
        {
          product: 'A Harbour in Winter',
          score: 0.62,
          reason: 'bought_with',
          because: 'The Salt Road',
          customers: 31,
        },
        {
          product: 'Preserving the Year',
          score: 0.4,
          reason: 'popular_in_segment',
          because: '',
          customers: 58,
        },
      ],
      grants: [
        {
          rule: 'up_to_2',
          granted: false,
          amount: 0,
          because: [{fact: 'orders', operator: '<=', wanted: 2, found: 3, holds: false}],
        },
        {
          rule: 'up_to_5',
          granted: true,
          amount: 500,
          because: [{fact: 'orders', operator: '<=', wanted: 5, found: 3, holds: true}],
        },
      ],
    };
  }
}
