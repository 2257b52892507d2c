/** Ways to foretell by name: what they are called, how far they were off, and what their parameters are about. */
import type {HoldoutFigures} from '../engine/protocol.js';
import type {ForecastWay, ParameterGroup} from './forecast-words.js';
import type {Locale} from './locale.js';

/** The authors' own names, for whoever wants to read about them. */
const kKnownAs: Record<ForecastWay, string> = {
  last_period: '',
  mean_rate: '',
  nbd: 'NBD',
  bg_nbd: 'BG/NBD',
  mbg_nbd: 'MBG/NBD',
  bg_cnbd_k: 'BG/CNBD-k',
  mbg_cnbd_k: 'MBG/CNBD-k',
  pareto_nbd: 'Pareto/NBD',
};

const kAbout: Record<string, ParameterGroup> = {
  r: 'pace',
  alpha: 'pace',
  a: 'leaving',
  b: 'leaving',
  s: 'leaving',
  beta: 'leaving',
  k: 'regularity',
  p: 'spend',
  q: 'spend',
  v: 'spend',
};

const kGreek: Record<string, string> = {alpha: 'α', beta: 'β'};

function isWay(name: string): name is ForecastWay {
  return name in kKnownAs;
}

/** In plain words; a way that has none keeps its name. */
export function wayName(name: string, {words}: Pick<Locale, 'words'>): string {
  return isWay(name) ? words.forecast.models.way[name].name : name;
}

/** What it takes customers to do. */
export function waySays(name: string, {words}: Pick<Locale, 'words'>): string {
  return isWay(name) ? words.forecast.models.way[name].says : '';
}

export function knownAs(name: string): string {
  return isWay(name) ? kKnownAs[name] : '';
}

/** The sign of a parameter, and what it is about. */
export function parameterName(
  name: string,
  {words}: Pick<Locale, 'words'>,
): {sign: string; about: string} {
  const group = kAbout[name];
  return {sign: kGreek[name] ?? name, about: group ? words.forecast.models.about[group] : ''};
}

/** Closer than this is on the spot. */
const kOnTheSpot = 0.0005;

/** By how much the total was missed, as a share of what came. */
export function biasText(
  {bias}: Pick<HoldoutFigures, 'bias'>,
  {words, format}: Pick<Locale, 'words' | 'format'>,
): string {
  const {few, many, even} = words.forecast.bias;
  const share = format.percent(Math.abs(bias));
  if (Math.abs(bias) < kOnTheSpot) return even(share);
  return bias < 0 ? few(share) : many(share);
}
