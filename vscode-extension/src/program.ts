// Runs the `policy` program itself, and shows its output.
import { spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { say } from './messages';
import { findProgram } from './server';

export interface ProgramRun {
  /** null: stopped by the user, or it could not be started. */
  exitCode: number | null;
  output: string;
}

let channel: vscode.OutputChannel | undefined;

/** Where the program's words are shown. */
export function outputChannel(): vscode.OutputChannel {
  return (channel ??= vscode.window.createOutputChannel(say('政策', 'Policy')));
}

/** Runs the program with a progress notice that can stop it; what it prints goes to the output channel. */
export async function runProgram(context: vscode.ExtensionContext, title: string, args: string[], cwd: string): Promise<ProgramRun> {
  const program = findProgram(context);
  const output = outputChannel();
  output.clear();
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_, cancellation) =>
    new Promise<ProgramRun>((done) => {
      let text = '';
      const child = spawn(program.command, [...program.args, ...args], { cwd, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
      cancellation.onCancellationRequested(() => child.kill());
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8');
        stream.on('data', (part: string) => {
          text += part;
          output.append(part);
        });
      }
      child.on('error', (error) => {
        output.appendLine(String(error));
        done({ exitCode: null, output: text });
      });
      child.on('close', (exitCode) => done({ exitCode, output: text }));
    }));
}
