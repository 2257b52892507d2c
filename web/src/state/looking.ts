/** Looks at files before they are read: what each table is, and what it would give if read as somebody chooses. */
import type {EncodingSample} from '../engine/encoding.js';
import type {Engine} from '../engine/engine.js';
import {EngineError, asEngineError, inFile} from '../engine/errors.js';
import type {
  EngineErrorBody,
  ErrorCode,
  FileOptions,
  Guess,
  Preview,
  ProfileNote,
  TableKind,
  Trial,
} from '../engine/protocol.js';
import {takeHead, type MemberHead} from '../engine/reading.js';
import {contentsOf, isUnusable, type Member} from '../engine/unpacking.js';
import type {ShopFile} from './app-state.js';
import {
  choiceFor,
  isChoice,
  kNoChoice,
  rateOptions,
  readOptions,
  sameHeader,
  type Choice,
  type Settings,
  type Table,
} from './settings.js';

/** One table of a file, as its head is understood; its name is that of the file, or of the member of an archive. */
export interface Sheet extends Table {
  /** Place of its file among those dropped. */
  file: number;
  kind: TableKind;
  profile: string;
  notes: readonly ProfileNote[];
  /** At most five records. */
  sample: readonly (readonly string[])[];
  guesses: readonly Guess[];
  encoding: string;
  encodingSample: string;
  encodings: readonly EncodingSample[];
  /** The head is the whole file. */
  whole: boolean;
  choice: Choice;
  /** What that would give; null until it was tried, and where it cannot be read so. */
  trial: Trial | null;
  /** Why it cannot be read so. */
  error: EngineErrorBody | null;
}

/** Troubles that another choice of columns may mend. */
const kMendable: readonly ErrorCode[] = ['no_date_column', 'no_usable_column', 'column_not_found'];
const kSample = 5;

/** Every table of the files, read as `settings` say for its header. Throws what no choice can mend. */
export async function lookAt(
  engine: Engine,
  files: readonly ShopFile[],
  settings: Settings,
): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const [index, file] of files.entries()) {
    try {
      const {isPacked, members} = await contentsOf(file, file.name);
      for (const member of members) {
        const place = sheets.filter(({name}) => name === member.name).length;
        const known = {file: index, name: member.name, place};
        const sheet = await lookAtMember(engine, known, member, settings).catch((thrown) => {
          // Of an archive, what is no table is told by the report.
          if (isPacked && isUnusable(thrown)) return null;
          throw inFile(thrown, member.name);
        });
        if (sheet) sheets.push(sheet);
      }
    } catch (thrown) {
      throw inFile(thrown, file.name);
    }
  }
  return sheets;
}

/** The same table, read as `choice` says, and what that gives. */
export async function lookAgain(
  engine: Engine,
  files: readonly ShopFile[],
  sheet: Sheet,
  choice: Choice,
  settings: Settings,
): Promise<Sheet> {
  const file = files[sheet.file];
  if (!file) return sheet;
  const {members} = await contentsOf(file, file.name);
  const member = members.find(({name}) => name === sheet.name);
  if (!member) return sheet;
  const head = await headOf(member, choice);
  const looked = await lookOver(engine, sheet, head, choice);
  if (looked.error) return looked;
  const {statuses, day_order} = readOptions(choice);
  const options: FileOptions = {
    ...rateOptions(settings),
    ...(statuses ? {statuses} : {}),
    ...(day_order ? {day_order} : {}),
  };
  return {...looked, trial: await engine.call('trial', options)};
}

/** Whether a person has to say what is what: no table of the file can be used, or who bought is anybody's guess. */
export function needsMatch(sheets: readonly Sheet[]): boolean {
  const files = new Set(sheets.map(({file}) => file));
  return [...files].some((file) => {
    const own = sheets.filter((sheet) => sheet.file === file);
    return own.every(({error}) => error !== null) || own.some(isAnybodysGuess);
  });
}

/** The first table that is in question. */
export function firstInQuestion(sheets: readonly Sheet[]): number {
  const found = sheets.findIndex((sheet) => sheet.error !== null || isAnybodysGuess(sheet));
  return Math.max(0, found);
}

/** Nothing but what stands in the columns told them apart, and none of them is the customer. */
function isAnybodysGuess({profile, kind, guesses, error, choice}: Sheet): boolean {
  if (error || profile !== 'generic' || kind !== 'orders') return false;
  if (Object.keys(choice.columns).length > 0) return false;
  const isPerson = ({role}: Guess) =>
    role === 'customer' || role === 'customer_name' || role === 'email' || role === 'phone';
  return !guesses.some(isPerson) && guesses.every(({reason}) => reason === 'content');
}

/** Which table it is, before anything is known of it. */
type Whose = Pick<Sheet, 'file' | 'name' | 'place'>;

async function lookAtMember(
  engine: Engine,
  whose: Whose,
  member: Member,
  settings: Settings,
): Promise<Sheet> {
  const look = async (choice: Choice) =>
    lookOver(engine, whose, await headOf(member, choice), choice);
  const plain = await look(kNoChoice);
  const choice = choiceFor(settings, plain);
  if (choice) return isChoice(choice) ? look(choice) : plain;
  // In another encoding the header may be another.
  for (const {header, encoding} of settings.matches) {
    if (encoding === undefined || encoding === plain.encoding) continue;
    const other = choiceFor(settings, {...whose, header});
    const sheet = other && (await look(other));
    if (sheet && sameHeader(sheet.header, header)) return sheet;
  }
  return plain;
}

async function headOf(member: Member, {encoding}: Choice): Promise<MemberHead> {
  const pieces = member.pieces();
  try {
    return await takeHead(pieces, encoding);
  } finally {
    pieces.close();
  }
}

async function lookOver(
  engine: Engine,
  {file, name, place}: Whose,
  {decision, bytes, whole}: MemberHead,
  choice: Choice,
): Promise<Sheet> {
  const {columns} = readOptions(choice);
  // The engine's memory takes the bytes with it, and they may be asked for twice.
  const copy = bytes.slice();
  const options = {name, whole, ...(columns ? {columns} : {})};
  const {preview, error} = await engine.call('sniff', bytes, options).then(
    (found) => ({preview: found as Preview | null, error: null}),
    (thrown: unknown) => {
      const {code, body} = asEngineError(thrown);
      if (!kMendable.includes(code)) throw EngineError.from(body);
      return {preview: null, error: body};
    },
  );
  const known = preview ?? (await bareTable(engine, copy));
  return {
    file,
    name,
    place,
    kind: preview?.kind ?? 'orders',
    profile: preview?.profile ?? 'generic',
    notes: preview?.notes ?? [],
    header: nameless(known) ?? known.header,
    sample: known.sample,
    guesses: preview?.guesses ?? [],
    encoding: decision.encoding,
    encodingSample: decision.sample,
    encodings: decision.alternatives,
    whole,
    choice,
    trial: null,
    error,
  };
}

/** A blank for each column of a table without a header: it is known again by how many it has. */
function nameless({header, sample}: Pick<Preview, 'header' | 'sample'>): string[] | null {
  return header.length > 0 ? null : Array<string>(sample[0]?.length ?? 0).fill('');
}

/** Header and first records of what has no columns we know. */
async function bareTable(
  engine: Engine,
  bytes: Uint8Array,
): Promise<{header: string[]; sample: string[][]}> {
  const {header, records} = await engine.call('cells', bytes);
  return {header, sample: records.slice(0, kSample)};
}
