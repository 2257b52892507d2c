/** Segments as rules over scores: the schemes as the engine has them, and what can be wrong with rules of one's own. */

/** Scores from one to another, both included. */
export type Band = [from: number, to: number];

/** The first rule that holds names the customer. */
export interface Rule {
  name: string;
  r: Band;
  f: Band;
  m: Band;
}

/** The segment of scores that no rule names. */
export const kOthers = 'others';
export const kScores = [1, 2, 3, 4, 5] as const;
export const kAll: Band = [1, 5];

type Row = readonly [name: string, bands: string];

/** `R5 F45`: from the first digit to the last, any score where a letter is missing. */
function ruleOf([name, bands]: Row): Rule {
  const band = (letter: string): Band => {
    const digits = new RegExp(`${letter}(\\d)(\\d?)`).exec(bands);
    if (!digits) return kAll;
    return [Number(digits[1]), Number(digits[2] || digits[1])];
  };
  return {name, r: band('R'), f: band('F'), m: band('M')};
}

/** The rules of the engine's schemes but for `own`, see docs/report.md. */
export const kSchemeRules = {
  r_by_f_ten_segments: (
    [
      ['champions', 'R5 F45'],
      ['loyal_customers', 'R34 F45'],
      ['potential_loyalists', 'R45 F23'],
      ['new_customers', 'R5 F1'],
      ['promising', 'R4 F1'],
      ['need_attention', 'R3 F3'],
      ['about_to_sleep', 'R3 F12'],
      ['cannot_lose', 'R12 F5'],
      ['at_risk', 'R12 F34'],
      ['hibernating', 'R12 F12'],
    ] as const
  ).map(ruleOf),
  // Source: R package rfm, its vignette.
  published_a: (
    [
      ['champions', 'R5 F5 M5'],
      ['potential_loyalists', 'R35 F35 M25'],
      ['loyal_customers', 'R24 F24 M24'],
      ['promising', 'R34 F13 M35'],
      ['new_customers', 'R45 F13'],
      ['cannot_lose', 'R12 F34 M45'],
      ['at_risk', 'R12 F25 M45'],
      ['need_attention', 'R13 F35 M35'],
      ['about_to_sleep', 'R23 F13 M14'],
      ['lost', 'R1'],
    ] as const
  ).map(ruleOf),
  // Source: R package rfm, its tests.
  published_b: (
    [
      ['champions', 'R45 F45 M45'],
      ['loyal_customers', 'R25 F35 M35'],
      ['potential_loyalists', 'R35 F13 M13'],
      ['new_customers', 'R45 F1 M1'],
      ['promising', 'R34 F1 M1'],
      ['need_attention', 'R23 F23 M23'],
      ['about_to_sleep', 'R23 F12 M12'],
      ['at_risk', 'R12 F25 M25'],
      ['cannot_lose', 'R1 F45 M45'],
      ['lost', 'R12 F12 M12'],
    ] as const
  ).map(ruleOf),
  shopify: (
    [
      ['champions', 'R5 F45'],
      ['loyal', 'R34 F45'],
      ['active', 'R45 F23'],
      ['new', 'R5 F1'],
      ['promising', 'R34 F1'],
      ['needs_attention', 'R3 F23'],
      ['previously_loyal', 'R12 F45'],
      ['at_risk', 'R12 F3'],
      ['almost_lost', 'R2 F12'],
      ['dormant', 'R1 F12'],
    ] as const
  ).map(ruleOf),
} satisfies Record<string, Rule[]>;

function has([from, to]: Band, score: number): boolean {
  return from <= score && score <= to;
}

interface Scores {
  r: number;
  f: number;
  m: number;
}

const kEverywhere: readonly Scores[] = kScores.flatMap((r) =>
  kScores.flatMap((f) => kScores.map((m) => ({r, f, m}))),
);

export function holds(rule: Rule, {r, f, m}: Scores): boolean {
  return has(rule.r, r) && has(rule.f, f) && has(rule.m, m);
}

export function segmentAt(rules: readonly Rule[], scores: Scores): string {
  return rules.find((rule) => holds(rule, scores))?.name ?? kOthers;
}

/** The segment of a field of the R x F grid; null where M decides. */
export function segmentOfField(rules: readonly Rule[], r: number, f: number): string | null {
  const [name = null, ...others] = kScores.map((m) => segmentAt(rules, {r, f, m}));
  return others.every((other) => other === name) ? name : null;
}

/** What its author should know of rules that overlap, or leave scores to nobody. */
export interface RulesTrouble {
  /** Rules, by place, of whose scores those above take some, or all. */
  taken: {rule: number; by: number[]; whole: boolean}[];
  /** Combinations of scores, of 125, that no rule names, and the highest of them. */
  gaps: number;
  gap: Scores | null;
}

export function rulesTrouble(rules: readonly Rule[]): RulesTrouble {
  const taken = rules.flatMap((rule, place) => {
    const own = kEverywhere.filter((scores) => holds(rule, scores));
    const winners = own.map((scores) => rules.findIndex((other) => holds(other, scores)));
    // Two rules of one name are one segment.
    const lost = winners.filter((winner) => rules[winner]?.name !== rule.name);
    const by = [...new Set(lost)].sort((a, b) => a - b);
    return by.length > 0 ? [{rule: place, by, whole: lost.length === own.length}] : [];
  });
  const free = kEverywhere.filter((scores) => !rules.some((rule) => holds(rule, scores)));
  return {taken, gaps: free.length, gap: free.at(-1) ?? null};
}
