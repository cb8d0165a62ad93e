// The service as a process on a free port of this machine, with a data folder of its own; ended by its process id.
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const mostForStart = 120_000, mostForEnd = 30_000;

export class Service {
  /** Starts a service. What is to be there before is done by `prepare`, with the commands of the program. */
  static async start(place, name, prepare) {
    const data = path.join(place.work, `data-${name}`);
    const policy = async (...words) => (await run('dotnet', [place.program, ...words, '--data', data])).stdout.trim();
    const prepared = await prepare?.(policy);
    const child = spawn('dotnet', [place.program, 'serve', place.policies, '--data', data, '--urls', 'http://127.0.0.1:0'],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, POLICY_HOST_PAGES: place.pages, LC_ALL: 'C' } });
    const service = new Service(child, prepared);
    try {
      service.url = await service.address();
    } catch (error) {
      await service.stop();
      throw error;
    }
    return service;
  }

  constructor(child, prepared) {
    Object.assign(this, { child, prepared, said: '', began: Date.now() });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { this.said = (this.said + text).slice(-20_000); });
  }

  async address() {
    for (const end = Date.now() + mostForStart; Date.now() < end && this.child.exitCode === null;) {
      const found = /服务已启动：(http:\S+?)\/?（/.exec(this.said);
      if (found) return found[1];
      await new Promise((done) => { setTimeout(done, 100); });
    }
    throw new Error(`the service does not start: ${this.said}`);
  }

  /** Asks the service beside the pages. */
  async json(address, body) {
    const response = await fetch(this.url + address, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    const over = new Promise((done) => { this.child.once('exit', done); });
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), mostForEnd);
    await over;
    clearTimeout(timer);
  }
}
