/** A report as the engine writes it, with invented figures that agree with each other: for tests only. */
import type {MonitorChart, Report, Segment} from '../../src/engine/protocol.js';

const people: Record<Segment, [number, number, number]> = {
  champions: [148, 1214, 4_310_220],
  loyal_customers: [231, 1390, 3_987_410],
  potential_loyalists: [204, 498, 1_502_330],
  new_customers: [61, 61, 170_890],
  promising: [88, 88, 251_070],
  need_attention: [74, 190, 560_480],
  about_to_sleep: [119, 131, 371_960],
  cannot_lose: [39, 262, 901_140],
  at_risk: [187, 583, 1_694_550],
  hibernating: [582, 611, 1_702_380],
};

const kCells: Record<Segment, [number, number][]> = {
  champions: [
    [5, 5],
    [5, 4],
  ],
  loyal_customers: [
    [4, 5],
    [3, 5],
    [4, 4],
    [3, 4],
  ],
  potential_loyalists: [
    [5, 3],
    [4, 3],
    [5, 2],
    [4, 2],
  ],
  new_customers: [[5, 1]],
  promising: [[4, 1]],
  need_attention: [[3, 3]],
  about_to_sleep: [
    [3, 2],
    [3, 1],
  ],
  cannot_lose: [
    [2, 5],
    [1, 5],
  ],
  at_risk: [
    [2, 4],
    [1, 4],
    [2, 3],
    [1, 3],
  ],
  hibernating: [
    [2, 1],
    [1, 1],
    [2, 2],
    [1, 2],
  ],
};

const names = Object.keys(people) as Segment[];

/** Splits a whole into so many parts that differ and sum up. */
function parts(whole: number, count: number): number[] {
  const weights = Array.from({length: count}, (_, index) => count - index + 1);
  const sum = weights.reduce((a, b) => a + b, 0);
  const all = weights.map((weight) => Math.floor((whole * weight) / sum));
  all[0] = (all[0] ?? 0) + whole - all.reduce((a, b) => a + b, 0);
  return all;
}

const cells = names.flatMap((name) => {
  const [customers, , revenue] = people[name];
  const where = kCells[name];
  const heads = parts(customers, where.length);
  const money = parts(revenue, where.length);
  return where.map(([r, f], index) => ({
    r,
    f,
    customers: heads[index] ?? 0,
    revenue: money[index] ?? 0,
  }));
});

const rate = (numerator: number, denominator: number, low: number, high: number) => ({
  value: numerator / denominator,
  numerator,
  denominator,
  low,
  high,
  definition: 'repeat_customers / customers',
});

const quiet: MonitorChart = {
  chart: 'u',
  factor: 1,
  points: [
    {
      period: '2026-10',
      value: 120,
      size: 31,
      mature: true,
      center: 118,
      low: 85,
      high: 151,
      alarm: 'none',
    },
  ],
};

export const sampleReport: Report = {
  version: 1,
  intake: {
    skipped: [],
    files: [
      {
        name: 'orders-2026.csv',
        profile: 'shopify_orders',
        encoding: 'utf-8',
        dialect: {delimiter: ',', quote: '"', escape: '"', header_line: 1, line_end: '\n'},
        columns: [
          {role: 'order', column: 1, header: 'Name', reason: 'profile'},
          {role: 'date', column: 16, header: 'Created at', reason: 'profile'},
          {role: 'customer', column: 2, header: 'Email', reason: 'profile'},
          {role: 'amount', column: 12, header: 'Total', reason: 'content'},
        ],
        rows_read: 9214,
        rows_kept: 9197,
        rows_rejected: 17,
        kind: 'orders',
        notes: [],
        structural: {blank: 0, header: 2, totals: 1, other: 0},
        first_day: '2024-05-18',
        last_day: '2026-11-18',
        dates: {
          basis: 'not_asked',
          order: 'undecided',
          proven: 0,
          undecided: 0,
          proof: null,
          asked: null,
        },
        replaced_characters: 0,
      },
    ],
    lines: 9197,
    orders: 5214,
    orders_counted: 5062,
    order_days: 5001,
    customers: 1733,
    orders_without_customer: 34,
    revenue_without_customer: 91_240,
    first_order: '2024-05-18',
    last_order: '2026-11-18',
    revenue: 15_543_670,
    refunded: 212_340,
    currency: 'EUR',
    minor_digits: 2,
    status_lines: {
      counted: 8901,
      cancelled: 88,
      refunded: 61,
      refund: 40,
      unpaid: 55,
      duplicate: 52,
    },
    issues: [
      {
        kind: 'invalid_date',
        count: 12,
        effect: 'rejected',
        examples: [{file: 'orders-2026.csv', row: 412, column: 'Created at', text: '2025-02-31'}],
      },
      {
        kind: 'invalid_amount',
        count: 5,
        effect: 'rejected',
        examples: [{file: 'orders-2026.csv', row: 1198, column: 'Total', text: 'n/a'}],
      },
      {
        kind: 'duplicate_line',
        count: 52,
        effect: 'dropped',
        examples: [{file: 'orders-2026.csv', row: 702, column: '', text: '#1290'}],
      },
      {kind: 'no_customer', count: 34, effect: 'kept', examples: []},
      {kind: 'merged_customer', count: 2, effect: 'assumed', examples: []},
    ],
    rules: {
      newest_export: true,
      drop_copies: true,
      drop_near_copies: false,
      leave_out_test_orders: true,
      leave_out_free_orders: false,
      leave_out_future_orders: true,
      pair_refunds: true,
      merge_customers: true,
    },
    merges: [
      {
        from: 'ada.almquist@example.org',
        into: 'ada@example.org',
        name: 'Ada Almquist',
        by: 'phone',
        apart: false,
      },
      {
        from: 'b.brandt@example.org',
        into: 'bruno.brandt@example.org',
        name: 'Bruno Brandt',
        by: 'name_and_postcode',
        apart: false,
      },
    ],
    other_currencies: [{currency: 'USD', rows: 12}],
    tables: {customers: 312, products: 40, events: 0, rewards: 0},
  },
  timings: {
    read_ms: 31,
    analyze_ms: 44,
    bytes: 1_204_331,
    column_bytes: 1_048_576,
    wasm_memory_bytes: 16_777_216,
  },
  metrics: {
    as_of: '2026-11-18',
    customers: {value: 1733, definition: 'customers'},
    repeat_customers: {value: 837, definition: 'customers'},
    repurchase_rate: rate(837, 1733, 0.4595, 0.5065),
    repurchase_within: [
      {days: 30, ...rate(198, 1692, 0.1027, 0.1331)},
      {days: 60, ...rate(371, 1650, 0.2054, 0.2456)},
      {days: 90, ...rate(504, 1604, 0.292, 0.3374)},
      {days: 180, ...rate(634, 1410, 0.4239, 0.4757)},
      {
        days: 365,
        value: null,
        numerator: 0,
        denominator: 0,
        low: null,
        high: null,
        definition: 'x',
        reason: 'too_little_data',
      },
    ],
    orders_per_customer: {value: 2.9013, definition: 'x'},
    average_order_value: {value: 3070.66, definition: 'x'},
    revenue_per_customer: {value: 8916.6, definition: 'x'},
    median_days_between_orders: {value: 47, definition: 'x', gaps: 3268},
    retention_rate: {days: 90, ...rate(900, 1000, 0.88, 0.917)},
    churn_rate: {days: 90, ...rate(100, 1000, 0.083, 0.12)},
    conversion: {of: 'first_orders', ...rate(837, 1733, 0.4595, 0.5065)},
    satisfaction: {
      value: null,
      definition: 'x',
      reason: 'too_little_data',
      answers: 0,
      scale: 0,
      low: null,
      high: null,
    },
    net_promoter_score: {
      value: 25,
      definition: 'x',
      answers: 4,
      promoters: 2,
      detractors: 1,
      low: -56,
      high: 100,
    },
    concentration: {
      gini: {value: 0.52, definition: 'x'},
      top_tenth: {value: 0.41, definition: 'x'},
      curve: [
        [0, 0],
        [0.5, 0.12],
        [1, 1],
      ],
    },
    flow: {
      period: 'month',
      periods: [
        {period: '2026-11', new: 40, returning: 90, reactivated: 3, lapsed: 31, current: 1210},
      ],
    },
  },
  rfm: {
    scheme: 'r_by_f_ten_segments',
    thresholds: {r: [34, 96, 190, 402], f: [1, 1, 2, 5], m: [2490, 4980, 9120, 17_400]},
    segments: names.map((name) => {
      const [customers, orders, revenue] = people[name];
      return {name, customers, orders, revenue};
    }),
    grid: cells,
  },
  survival: {
    days: [0, 7, 30, 90],
    share: [1, 0.94, 0.82, 0.7],
    low: [1, 0.92, 0.79, 0.67],
    high: [1, 0.96, 0.85, 0.73],
    at_risk: [900, 880, 720, 510],
    events: 260,
    customers: 900,
    median: null,
    halves: {
      later_from: '2025-09-14',
      groups: [
        {customers: 448, events: 160, median: 210},
        {customers: 452, events: 100, median: null},
      ],
      chi_squared: 1.9,
      p: 0.168,
    },
  },
  cohorts: {
    period: 'month',
    by: 'first_order',
    versus: 'cohort_before',
    window_days: 90,
    cohorts: [
      {
        cohort: '2026-01',
        customers: 40,
        observed: 40,
        repeat: 12,
        rate: 0.3,
        low: 0.18,
        high: 0.45,
        versus: null,
        verdict: 'too_little_data',
      },
    ],
    cells: [
      {
        cohort: '2026-01',
        age: 0,
        customers: 40,
        observed: 40,
        active: 40,
        orders: 44,
        revenue: 120000,
        cumulative_value: 3000,
        mature: true,
      },
    ],
    averages: [
      {
        age: 0,
        cohorts: 1,
        customers: 40,
        active: 40,
        share: 1,
        low: 0.91,
        high: 1,
        revenue: 3000,
        cumulative_value: 3000,
      },
    ],
  },
  behaviour: {
    counts: {
      window_days: 365,
      customers: 1410,
      mean: 1.2,
      variance: 3.9,
      poisson: {log_likelihood: -2500, aic: 5002, fit: null, rate: 1.2},
      negative_binomial: {
        log_likelihood: -2100,
        aic: 4204,
        fit: {chi_squared: 6.1, degrees: 7, p: 0.53},
        shape: 0.5,
        mean: 1.2,
      },
      likelihood_ratio: 800,
      p: 0,
      chosen: 'negative_binomial',
    },
    gaps: {count: 3268, customers: 837, mean: 71, quartiles: [21, 47, 96]},
    regularity: {
      wheat_morrison: {k: 1.4, low: 1.2, high: 1.6, customers: 610},
      likelihood: {k: 1.3, low: 1.2, high: 1.4, customers: 610},
    },
    seasonality: {
      weekday: {seasons: [{of: 1, orders: 700, share: 1, days: 120}], evenness: null},
      hour: {seasons: [], evenness: null},
      month: {seasons: [], evenness: null},
    },
    spend: {
      orders: 5028,
      normal: {mean: 3070, standard_deviation: 1900, log_likelihood: -22000, fit: null},
      log_normal: {
        log_mean: 7.8,
        log_standard_deviation: 0.6,
        median: 2440,
        log_likelihood: -21000,
        fit: null,
      },
      chosen: 'log_normal',
    },
    rhythm: {
      states: {new: 200, on_time: 400, due: 500, overdue: 210, lapsed: 423, unknown: 0},
      one_time: {usual_days: 40, overdue_after_days: 210, lapsed_after_days: 300},
      usual_days: 46,
      spread_within: 0.8,
      spread_between: 0.4,
    },
  },
  monitor: {
    period: 'month',
    window_days: 90,
    sigmas: 3,
    false_alarm_rate: 0.0027,
    charts: {
      orders: quiet,
      new_customers: quiet,
      revenue: quiet,
      average_order_value: quiet,
      repurchase_rate: quiet,
    },
  },
  this_week: {
    as_of: '2025-08-31',
    cards: [
      {
        kind: 'due_not_come',
        customers: 120,
        money: 411_200.5,
        money_of: 'next_orders',
        one_time: 41,
      },
    ],
    unjudged: [{kind: 'cohort_below_elder', reason: 'too_little_data'}],
  },
  purchase_models: [
    {
      name: 'mean_rate',
      chosen: false,
      holdout: {
        from: '2025-03-01',
        to: '2025-08-31',
        predicted: 610.2,
        actual: 655,
        bias: -0.0684,
        mae: 0.91,
        rmse: 1.62,
      },
    },
    {
      name: 'bg_nbd',
      chosen: true,
      holdout: {
        from: '2025-03-01',
        to: '2025-08-31',
        predicted: 640.8,
        actual: 655,
        bias: -0.0217,
        mae: 0.74,
        rmse: 1.41,
      },
      status: 'converged',
      unit: 'days',
      fitted_to: '2025-08-31',
      customers: 905,
      parameters: {r: 0.42, alpha: 31.5, a: 0.79, b: 2.43},
      standard_errors: {r: 0.03, alpha: 2.9, a: 0.19, b: 0.71},
      log_likelihood: -9582.4,
    },
  ],
  chosen: 'bg_nbd',
  choice: {
    status: 'ready',
    needed: 0,
    found: 0,
    from: '2024-03-01',
    cut: '2025-02-28',
    to: '2025-08-31',
  },
  tracking: {
    model: 'bg_nbd',
    chosen: true,
    cut: '2025-02-28',
    dispersion: 1.4,
    coverage: 0.8,
    weeks: [
      {from: '2025-02-22', actual: 24, expected: 26.1, judged: false},
      {from: '2025-03-01', actual: 27, expected: 25.8, judged: true},
    ],
    ahead: [{from: '2025-09-01', expected: 24.9, low: 17.7, high: 33.3}],
  },
  frequency_recency: {
    model: 'bg_nbd',
    age_days: 210,
    horizon_days: 90,
    frequencies: [0, 1],
    last_is_open: false,
    since_last_from: [0, 280],
    since_last_to: [279, 559],
    cells: [
      {
        frequency: 0,
        since_from: 0,
        since_to: 279,
        customers: 300,
        probability_alive: 1,
        expected_orders_90d: 0.2,
      },
      {
        frequency: 0,
        since_from: 280,
        since_to: 559,
        customers: 203,
        probability_alive: 1,
        expected_orders_90d: 0.08,
      },
      {
        frequency: 1,
        since_from: 0,
        since_to: 279,
        customers: 402,
        probability_alive: 0.74,
        expected_orders_90d: 0.41,
      },
      {
        frequency: 1,
        since_from: 280,
        since_to: 559,
        customers: 0,
        probability_alive: null,
        expected_orders_90d: null,
      },
    ],
  },
  spend_model: {
    name: 'gamma_gamma',
    status: 'converged',
    customers: 402,
    left_out: 0,
    correlation: 0.04,
    parameters: {p: 6.25, q: 3.74, v: 15.4},
    standard_errors: {p: 1.19, q: 0.29, v: 4.16},
    mean: 35.1,
    log_likelihood: -4055.9,
  },
  lifetime: {
    horizon_days: 365,
    discount_per_month: 0.01,
    coverage: 0.8,
    customers_with_forecast: 905,
    expected_orders_90d: 318.4,
    total: 2_310_455,
  },
  clusters: {
    k: 4,
    features: ['days_since_last', 'orders', 'revenue'],
    inertia: 1822.4,
    silhouette: 0.41,
    calinski_harabasz: 1290,
    davies_bouldin: 0.88,
    candidates: [
      {k: 2, inertia: 3100, silhouette: 0.38},
      {k: 3, inertia: 2400, silhouette: 0.36},
      {k: 4, inertia: 1822, silhouette: 0.41},
      {k: 5, inertia: 1600, silhouette: 0.33},
    ],
    silhouette_sample: 1733,
    groups: [
      {
        id: 1,
        label: ['gone_quiet', 'rare', 'low_spend'],
        size: 702,
        revenue: 1_903_310,
        center: {days_since_last: 412, orders: 1, revenue: 2520},
      },
      {
        id: 2,
        label: ['recent', 'rare'],
        size: 431,
        revenue: 1_490_800,
        center: {days_since_last: 61, orders: 1, revenue: 3110},
      },
      {
        id: 3,
        label: ['frequent', 'high_spend', 'recent'],
        size: 352,
        revenue: 9_730_020,
        center: {days_since_last: 29, orders: 7, revenue: 24_900},
      },
      {
        id: 4,
        label: ['gone_quiet', 'frequent'],
        size: 248,
        revenue: 2_419_540,
        center: {days_since_last: 240, orders: 4, revenue: 10_450},
      },
    ],
  },
  recommendations: {
    status: 'ready',
    products: 214,
    min_support: 5,
    pairs: [
      {
        product: 'The Salt Road',
        with: 'A Harbour in Winter',
        cosine: 0.62,
        customers_both: 31,
        customers_product: 74,
      },
      {
        product: 'Letters to a Lighthouse',
        with: 'The Salt Road',
        cosine: 0.51,
        customers_both: 26,
        customers_product: 60,
      },
      {
        product: 'Bread, Slowly',
        with: 'Preserving the Year',
        cosine: 0.44,
        customers_both: 40,
        customers_product: 131,
      },
      {
        product: 'Night Gardens',
        with: 'Bread, Slowly',
        cosine: 0.31,
        customers_both: 19,
        customers_product: 77,
      },
    ],
    popular: [
      {product: 'Bread, Slowly', customers: 131},
      {product: 'Preserving the Year', customers: 92},
      {product: 'Night Gardens', customers: 77},
    ],
  },
  rewards: {
    program: 'default',
    unit: 'money',
    granted: 521_500,
    customers_granted: 512,
    customers_refused: 1221,
    customers_unknown: 0,
    rules: [
      {rule: 'up_to_2', customers: 1221, granted: 0},
      {rule: 'up_to_5', customers: 301, granted: 150_500},
      {rule: 'above_5', customers: 211, granted: 211_000},
    ],
    document: {
      name: 'default',
      version: 1,
      unit: 'money',
      mode: 'first',
      rules: [
        {id: 'up_to_2', when: {'<=': [{var: 'orders'}, 2]}, amount: 0},
        {id: 'up_to_5', when: {'<=': [{var: 'orders'}, 5]}, amount: 5},
        {id: 'above_5', when: {'>': [{var: 'orders'}, 5]}, amount: 10},
      ],
    },
  },
};
