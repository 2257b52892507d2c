/** The command `regulars`: parses, runs a verb, and ends with the code that its usage text promises. */
import {readFile} from 'node:fs/promises';
import {version} from '../../../package.json';
import {openDoor} from '../engine/door.js';
import {asEngineError} from '../engine/errors.js';
import {LocalEngine} from '../engine/local.js';
import {RegularsEngine} from '../engine/regulars.js';
import {allocate} from './allocate.js';
import {analyze} from './analyze.js';
import {UsageError, languageOf, parseCommand} from './arguments.js';
import type {Command} from './arguments.js';
import {cells} from './cells.js';
import {print} from './disk.js';
import {fit} from './fit.js';
import {handout} from './handout.js';
import {ledger} from './ledger.js';
import {logic} from './logic.js';
import {reward} from './reward.js';
import {kWords} from './words.js';

const kDone = 0;
const kFailedCases = 1;
const kWrongUsage = 2;
const kUnusableInput = 3;

// Beside this script in the package.
async function createEngine(): Promise<RegularsEngine> {
  const wasm = await readFile(new URL('../regulars.wasm', import.meta.url));
  return new RegularsEngine(new LocalEngine(await openDoor(wasm)));
}

const words = process.argv.slice(2);
const language = languageOf(words, process.env);

async function run(command: Command): Promise<number> {
  switch (command.verb) {
    case 'help':
      await print(kWords[language].usage);
      return kDone;
    case 'version':
      await print(`${version}\n`);
      return kDone;
    case 'allocate':
      await allocate(command, language, createEngine);
      return kDone;
    case 'analyze':
      await analyze(command, language, createEngine);
      return kDone;
    case 'cells':
      await cells(command, language, createEngine);
      return kDone;
    case 'fit':
      await fit(command, language, createEngine);
      return kDone;
    case 'handout':
      await handout(command, language, createEngine);
      return kDone;
    case 'ledger':
      return (await ledger(command, language, createEngine)) ? kDone : kFailedCases;
    case 'reward':
      await reward(command, language, createEngine);
      return kDone;
    case 'logic':
      return (await logic(command, language, createEngine)) ? kDone : kFailedCases;
  }
}

/** One line on standard error, and the code. */
function complain(thrown: unknown): number {
  const {misuse, seeHelp, trouble, place} = kWords[language];
  if (thrown instanceof UsageError) {
    process.stderr.write(`regulars: ${misuse[thrown.misuse](thrown.detail)}; ${seeHelp}\n`);
    return kWrongUsage;
  }
  const {code, detail, file, line, column} = asEngineError(thrown);
  const sentence = file
    ? place(file, line, column) + trouble[code]({detail})
    : trouble[code]({detail});
  process.stderr.write(`regulars: ${sentence.replace(/\s+/g, ' ')}\n`);
  return kUnusableInput;
}

// A reader that has seen enough, such as `head`, is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(kDone);
  throw error;
});

try {
  process.exitCode = await run(parseCommand(words));
} catch (thrown) {
  process.exitCode = complain(thrown);
}
