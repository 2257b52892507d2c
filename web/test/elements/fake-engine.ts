/** An engine without an engine: answers as the real one would, from invented customers. For tests only. */
import type {Engine} from '../../src/engine/engine.js';
import {EngineError} from '../../src/engine/errors.js';
import type {
  Answer,
  CustomerDetail,
  CustomerQuery,
  CustomerRow,
  Report,
  Segment,
  Verb,
  Verbs,
} from '../../src/engine/protocol.js';
import {sampleReport} from './sample-report.js';

const first = ['Ada', 'Bruno', 'Chiara', 'Dag', 'Elif', 'Farid', 'Greta', 'Hana', 'Ivo', 'Juno'];
const last = ['Almquist', 'Brandt', 'Castellan', 'Dorrego', 'Eklund', 'Farrow', 'Gallo', 'Holm'];

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
        return {};
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
      case 'csv':
        return {text: 'customer\r\n', next: null};
      default:
        return null;
    }
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

  #row(id: number, segment?: Segment): CustomerRow {
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
    };
  }

  #customer(id: number): CustomerDetail {
    return {
      row: this.#row(id),
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
