// All cases, in the order they are run: `{name, skip?, run(page)}`.
import {accessibility} from './accessibility.mjs';
import {behind} from './behind.mjs';
import {dividing} from './dividing.mjs';
import {figures} from './figures.mjs';
import {forecast} from './forecast.mjs';
import {frame} from './frame.mjs';
import {grid} from './grid.mjs';
import {hostile} from './hostile.mjs';
import {intake} from './intake.mjs';
import {journey} from './journey.mjs';
import {keyboard} from './keyboard.mjs';
import {offers} from './offers.mjs';
import {privacy} from './privacy.mjs';
import {programs} from './programs.mjs';
import {reading} from './reading.mjs';
import {report} from './report.mjs';
import {returns} from './returns.mjs';
import {sources} from './sources.mjs';
import {trouble} from './trouble.mjs';
import {verbs} from './verbs.mjs';

const groups = [
  figures,
  privacy,
  reading,
  trouble,
  intake,
  sources,
  offers,
  programs,
  returns,
  behind,
  forecast,
  report,
  dividing,
  verbs,
  frame,
  keyboard,
  grid,
  accessibility,
  hostile,
  journey,
];

export const cases = groups.flatMap((group) => group());
