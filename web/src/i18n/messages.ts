/** Every sentence the page can say. A language is complete when it satisfies this interface. */
import type {
  ErrorCode,
  GroupWord,
  Issue,
  IssueKind,
  KnownSegment,
  ProfileNote,
  Segment,
  SegmentScheme,
  ShopifySegment,
  TableKind,
} from '../engine/protocol.js';
import type {AudienceWords} from './audience-words.js';
import type {ClubWords} from './club-words.js';
import type {CompareWords} from './compare-words.js';
import type {CustomerDialogWords, CustomerWords} from './customer-words.js';
import type {FigureWords} from './figure-words.js';
import type {ForecastWords} from './forecast-words.js';
import type {GivingWords} from './giving-words.js';
import type {FrameWords, StepWords} from './frame-words.js';
import type {HandoutWords} from './handout-words.js';
import type {CleaningWords, FilesWords, MatchWords, RejectWords} from './intake-words.js';
import type {PaperWords} from './paper-words.js';
import type {ProgramWords} from './program-words.js';
import type {RemarkWords} from './remark-words.js';
import type {ReturnWords} from './return-words.js';
import type {RuleWords} from './rule-words.js';
import type {SegmentingWords} from './segmenting-words.js';
import type {SinceWords} from './since-words.js';
import type {WeekWords} from './week-words.js';
import type {WhyWords} from './why-words.js';

/** A number that decides about plural forms, and as it is shown. */
export interface Count {
  n: number;
  text: string;
}

/** What a sentence about a failure may name; empty strings and zeros where nothing is known. */
export interface ErrorFacts {
  file: string;
  line: number;
  column: number;
  detail: string;
}

export interface PrivacyWords {
  lamp: string;
  lampHint: (refused: Count) => string;
  title: string;
  rule: string;
  wifi: string;
  test: string;
  testing: string;
  refusedAt: (time: string) => string;
  notRefused: string;
  refused: string;
  allowed: string;
  since: (time: string) => string;
  stored: string;
}

export interface StartWords {
  promise: string;
  explain: string;
  drop: string;
  dropNow: string;
  dropHint: string;
  choose: string;
  sample: string;
  sampleHint: string;
  answers: {title: string; text: string}[];
  /** A project was opened, and waits for files. */
  project: (name: string) => string;
  sources: string;
  source: {name: string; steps: string}[];
}

export interface ReadingWords {
  title: (file: string) => string;
  progress: string;
  rows: (c: Count) => string;
  rejected: (c: Count) => string;
  bytes: (done: string, whole: string) => string;
  fileOf: (index: Count, files: Count) => string;
  secondsLeft: (c: Count) => string;
  minutesLeft: (c: Count) => string;
  starting: string;
  analyzing: string;
  cancel: string;
  cancelled: string;
  done: (customers: Count) => string;
}

export interface TroubleWords {
  /** One sentence per code, with what to do. */
  error: Record<ErrorCode | 'invalid_project', (facts: ErrorFacts) => string>;
  /** Where the engine died while it read: how far it came, and what to do. */
  tooMuch: (rows: Count) => string;
  place: (facts: ErrorFacts) => string;
  title: string;
  ready: string;
  again: string;
}

export interface SegmentWords {
  title: string;
  /** Of `own`, those of the shop's own rules. */
  lead: (customers: Count, segments: Count, scheme: SegmentScheme) => string;
  mapTitle: string;
  mapHow: string;
  /** A field of the map that holds more than one segment. */
  mixed: string;
  recent: string;
  longAgo: string;
  often: string;
  seldom: string;
  ramp: string;
  cell: (r: number, f: number, customers: Count, revenue: string, segment: string) => string;
  cellKeys: string;
  tableTitle: string;
  tableHow: string;
  columns: {
    segment: string;
    customers: string;
    orders: string;
    revenue: string;
    share: string;
    now: string;
  };
  name: Record<KnownSegment, string>;
  who: Record<Segment | ShopifySegment, string>;
  advice: Record<Segment, string>;
  people: (c: Count) => string;
  show: string;
  showThese: (c: Count) => string;
  broughtIn: (revenue: string, share: string) => string;
  nobody: string;
  cutRow: Record<'r' | 'f' | 'm', string>;
}

export interface GroupWords {
  title: string;
  lead: string;
  pictureTitle: string;
  pictureHow: string;
  word: Record<GroupWord, string>;
  group: (id: string) => string;
  columns: {
    group: string;
    customers: string;
    revenue: string;
    daysSinceLast: string;
    orders: string;
    spent: string;
  };
  panel: Record<'days_since_last' | 'orders' | 'revenue', string>;
  separation: Record<'clear' | 'fair' | 'weak', (silhouette: string) => string>;
  sampled: (c: Count) => string;
  candidates: string;
  candidate: (k: Count) => string;
  chosen: string;
  tooFew: string;
  allAlike: string;
  show: (label: string) => string;
}

export interface BasketWords {
  title: string;
  how: (support: Count) => string;
  columns: {product: string; with: string; people: string; strength: string};
  people: (both: string, all: string) => string;
  strength: (cosine: string) => string;
  popularTitle: string;
  noPairs: string;
  tooLittle: string;
  buyers: (c: Count) => string;
}

export interface RewardWords {
  title: string;
  lead: string;
  programTitle: string;
  total: string;
  cost: (share: string) => string;
  customers: string;
  refused: string;
  unknown: string;
  unknownHint: string;
  heldOut: string;
  heldOutHint: string;
  heldOutWhy: string;
  rulesHow: string;
  columns: {rule: string; says: string; gives: string; customers: string; granted: string};
  edit: string;
  editHow: string;
  field: string;
  apply: string;
  applying: string;
  reset: string;
  undo: string;
  changed: string;
  wrongJson: (where: string) => string;
  refusedProgram: (detail: string) => string;
  points: (c: Count) => string;
}

export interface HealthWords {
  title: string;
  lead: (grade: string) => string;
  grade: Record<'clean' | 'minor' | 'look', string>;
  ladderTitle: string;
  ladderHow: string;
  ladder: Record<
    | 'rows_read'
    | 'rows_rejected'
    | 'lines'
    | 'orders'
    | 'orders_not_counted'
    | 'orders_counted'
    | 'orders_without_customer'
    | 'customers',
    string
  >;
  statusTitle: string;
  /** What became of a line, by the engine's word for it. */
  status: (code: string) => string;
  filesTitle: string;
  filesHow: string;
  fileColumns: {
    file: string;
    kind: string;
    encoding: string;
    read: string;
    kept: string;
    rejected: string;
  };
  profile: (code: string) => string;
  tableKind: Record<TableKind, string>;
  /** What a platform's export cannot give, and what to do about it. */
  note: Record<ProfileNote, string>;
  separator: (code: string) => string;
  columnsTitle: string;
  columnsRead: {role: string; header: string; reason: string};
  role: (code: string) => string;
  reason: Record<'profile' | 'name' | 'content' | 'chosen', string>;
  position: (n: string) => string;
  issuesTitle: string;
  issuesHow: string;
  noIssues: string;
  issue: Record<IssueKind, (c: Count) => string>;
  effect: Record<Issue['effect'], string>;
  examples: (c: Count) => string;
  exampleColumns: {file: string; line: string; column: string; text: string};
  rejects: string;
  refunded: (amount: string) => string;
  guests: (orders: Count, revenue: string) => string;
}

export interface DownloadWords {
  title: string;
  lead: string;
  save: string;
  saving: string;
  saved: (file: string) => string;
  file: Record<
    'customers' | 'lines' | 'rejects' | 'rewards' | 'report',
    {name: string; text: string}
  >;
}

export interface Messages {
  title: string;
  frame: FrameWords;
  steps: StepWords;
  privacy: PrivacyWords;
  start: StartWords;
  reading: ReadingWords;
  trouble: TroubleWords;
  figures: FigureWords;
  segments: SegmentWords;
  segmenting: SegmentingWords;
  since: SinceWords;
  groups: GroupWords;
  compare: CompareWords;
  customers: CustomerWords;
  returns: ReturnWords;
  forecast: ForecastWords;
  dialog: CustomerDialogWords;
  baskets: BasketWords;
  rewards: RewardWords;
  program: ProgramWords;
  club: ClubWords;
  rules: RuleWords;
  files: FilesWords;
  match: MatchWords;
  cleaning: CleaningWords;
  rejects: RejectWords;
  health: HealthWords;
  downloads: DownloadWords;
  week: WeekWords;
  why: WhyWords;
  giving: GivingWords;
  audience: AudienceWords;
  handout: HandoutWords;
  remarks: RemarkWords;
  paper: PaperWords;
}
