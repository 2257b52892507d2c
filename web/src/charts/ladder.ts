/** The reconciliation ladder: from the rows of the files to the people, every step written down. */

export type Step =
  | 'rows_read'
  | 'rows_rejected'
  | 'lines'
  | 'orders'
  | 'orders_not_counted'
  | 'orders_counted'
  | 'orders_without_customer'
  | 'customers';

export interface Rung {
  step: Step;
  amount: number;
  /** `sum` stands for itself; `less` is what leads from the sum before to the next; `part` is within the sum before. */
  kind: 'sum' | 'less' | 'part';
  /** From 0 to 1, of the largest sum. */
  share: number;
}

/** What the ladder needs of an intake. */
export interface Counts {
  files: readonly {rows_read: number; rows_kept: number; rows_rejected: number}[];
  lines: number;
  orders: number;
  orders_counted: number;
  orders_without_customer: number;
  customers: number;
}

export function ladder(counts: Counts): Rung[] {
  const sum = (pick: (file: Counts['files'][number]) => number) =>
    counts.files.reduce((total, file) => total + pick(file), 0);
  const read = sum((file) => file.rows_read);
  const most = Math.max(1, read, counts.lines, counts.orders, counts.customers);
  const rung = (step: Step, amount: number, kind: Rung['kind']): Rung => ({
    step,
    amount,
    kind,
    share: amount / most,
  });
  return [
    rung('rows_read', read, 'sum'),
    rung(
      'rows_rejected',
      sum((file) => file.rows_rejected),
      'less',
    ),
    rung('lines', counts.lines, 'sum'),
    rung('orders', counts.orders, 'sum'),
    rung('orders_not_counted', counts.orders - counts.orders_counted, 'less'),
    rung('orders_counted', counts.orders_counted, 'sum'),
    rung('orders_without_customer', counts.orders_without_customer, 'part'),
    rung('customers', counts.customers, 'sum'),
  ];
}
