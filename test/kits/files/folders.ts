/** Copying and moving folders: what stands in the way of a file is told, or replaced. */
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { devicePath } from '../device-path.ts';
import { choice, pathOf } from './arguments.ts';
import { ArgumentError, fileError } from './errors.ts';

/** A file that was not copied or moved, since there is one already. */
export interface ConflictFiles {
  srcFile: string;
  destFile: string;
}

type Move = (from: string, to: string) => void;

/** Source folder, and what it becomes in the destination. */
function folders(from: string, to: string): [source: string, target: string] {
  const [source, parent] = [pathOf(from).replace(/\/+$/, ''), pathOf(to).replace(/\/+$/, '')];
  if (!isFolder(source) || !isFolder(parent)) throw new ArgumentError();
  if (`${parent}/`.startsWith(`${source}/`) || dirname(source) === parent) throw new ArgumentError();
  return [source, join(parent, basename(source))];
}

function isFolder(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Goes through a folder, and moves each file that may be moved. Returns those that may not. */
function transfer(source: string, target: string, replace: boolean, move: Move): ConflictFiles[] {
  if (!isFolder(target)) fs.mkdirSync(target);
  return fs.readdirSync(source, { withFileTypes: true }).flatMap((entry) => {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) return transfer(from, to, replace, move);
    if (!replace && fs.existsSync(to)) return [{ srcFile: devicePath(from), destFile: devicePath(to) }];
    move(from, to);
    return [];
  });
}

function report(conflicts: ConflictFiles[]): void {
  if (conflicts.length > 0) throw fileError('EEXIST', conflicts);
}

/** Copies a folder into another. Mode 0: files that exist are kept, and told by the error; 1: they are replaced. */
export function copyDir(from: string, to: string, mode?: number): void {
  const replace = choice(mode, 1) === 1;
  const [source, target] = folders(from, to);
  report(transfer(source, target, replace, (file, copy) => fs.copyFileSync(file, copy)));
}

/**
 * Moves a folder into another. Mode 0: fails when there is one of that name with something in it; 1: files that exist are
 * kept, and told by the error; 2: they are replaced; 3: the folder is replaced.
 */
export function moveDir(from: string, to: string, mode?: number): void {
  const wanted = choice(mode, 3);
  const [source, target] = folders(from, to);
  if (wanted === 3) fs.rmSync(target, { recursive: true, force: true });
  if (wanted === 0 || wanted === 3 || !fs.existsSync(target)) return fs.renameSync(source, target);
  const conflicts = transfer(source, target, wanted === 2, (file, moved) => fs.renameSync(file, moved));
  if (conflicts.length === 0) fs.rmSync(source, { recursive: true });
  report(conflicts);
}
