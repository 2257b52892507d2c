/** Reading a document that may be anything: each step throws `invalid_option` with the path of what is wrong. */
import {EngineError} from '../engine/errors.js';

export function objectAt(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(path);
  return value as Record<string, unknown>;
}

export function listAt(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) wrong(path);
  return value;
}

export function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string') wrong(path);
  return value;
}

export function textsAt(value: unknown, path: string): string[] {
  return listAt(value, path).map((one) => (typeof one === 'string' ? one : wrong(path)));
}

export function numberAt(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) wrong(path);
  return value;
}

export function countAt(value: unknown, path: string): number {
  if (!isCount(value)) wrong(path);
  return value;
}

/** A day as `YYYY-MM-DD`. */
export function dayAt(value: unknown, path: string): string {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  return isDay && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) ? value : wrong(path);
}

/** One of a few words. */
export function wordAt<Word extends string>(
  value: unknown,
  words: readonly Word[],
  path: string,
): Word {
  return words.find((word) => word === value) ?? wrong(path);
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

export function wrong(path: string): never {
  throw new EngineError('invalid_option', {detail: path});
}
