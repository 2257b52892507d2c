/** The words about the headline figures: each has a name, an answer to "what is it", and one to "what now". */
import type {Count} from './messages.js';

export type FigureName =
  | 'customers'
  | 'repurchase_rate'
  | 'repurchase_within_90'
  | 'orders_per_customer'
  | 'average_order_value'
  | 'median_days_between_orders'
  | 'revenue';

export interface FigureText {
  name: string;
  what: string;
  now: string;
}

export interface FigureWords {
  lead: (lines: Count, orders: Count, customers: Count, from: string, to: string) => string;
  answer: (back: Count, all: Count) => string;
  figure: Record<FigureName, FigureText>;
  what: string;
  counted: string;
  now: string;
  /** Leads from a figure to its customers. */
  people: string;
  open: (name: string) => string;
  ofThem: (numerator: Count, denominator: Count) => string;
  between: (low: string, high: string) => string;
  interval: (low: string, high: string) => string;
  counts: {
    customers: (customers: Count, guests: Count) => string;
    repurchase_rate: (numerator: Count, denominator: Count) => string;
    repurchase_within_90: (numerator: Count, denominator: Count) => string;
    orders_per_customer: (orders: Count, guests: Count, customers: Count) => string;
    average_order_value: (orders: Count, revenue: string) => string;
    median_days_between_orders: (gaps: Count) => string;
    revenue: (orders: Count, refunded: string, guests: string) => string;
  };
  under: {
    customers: (repeat: Count) => string;
    orders_per_customer: (orders: Count) => string;
    average_order_value: (orders: Count) => string;
    median_days_between_orders: (gaps: Count) => string;
    revenue: (perCustomer: string) => string;
  };
  reason: Record<'too_little_data' | 'no_amount_column' | 'no_customer_column', string>;
  returnsTitle: string;
  returnsHow: string;
  returnsColumns: {within: string; share: string; counts: string; interval: string};
  within: (days: Count) => string;
  young: string;
  todoTitle: string;
  /** `revenue` is empty where the files hold no amounts. */
  todo: {
    cannot_lose: (c: Count, revenue: string) => {title: string; text: string};
    at_risk: (c: Count, revenue: string) => {title: string; text: string};
    new_customers: (c: Count, revenue: string) => {title: string; text: string};
    champions: (c: Count, revenue: string, share: string) => {title: string; text: string};
  };
  todoNone: string;
  /** In place of all that is said about people. */
  noCustomers: string;
}
