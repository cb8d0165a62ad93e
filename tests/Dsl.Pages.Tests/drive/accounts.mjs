// Accounts of a service: made with the commands of the program, passwords and authenticators set as their owners would, over HTTP.
import { createHmac } from 'node:crypto';

const password = 'Sesam-Oeffne-7';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const headers = { 'X-Policy-Request': '1' };
const step = 30;

/** Makes accounts, each name with its roles; the answer are the secrets of their one-time links. */
export async function addAccounts(policy, roles) {
  const invitations = {};
  for (const [name, role] of Object.entries(roles)) {
    const link = new URL(await policy('account', 'add', name, '--role', role));
    invitations[name] = new URLSearchParams(link.hash.slice(1)).get('invitation');
  }
  return { invitations, cookies: {} };
}

/** From here on the browser of a visitor is signed in as one of the accounts. */
export async function become(visitor, name, needsCode = false) {
  const { prepared } = visitor.service;
  const context = visitor.page.context();
  await context.clearCookies();
  if (!prepared.cookies[name]) {
    await first(visitor, name, needsCode);
    prepared.cookies[name] = (await context.storageState()).cookies;
  }
  await context.clearCookies();
  await context.addCookies(prepared.cookies[name]);
}

/** Sets the password and, where the role wants one, the authenticator; then signs in. */
async function first(visitor, name, needsCode) {
  await send(visitor, '/api/v1/password', { name, invitation: visitor.service.prepared.invitations[name], password });
  await send(visitor, '/api/v1/sign-in', { name, password });
  if (!needsCode) return;
  const { secret } = JSON.parse(await send(visitor, '/api/v1/totp'));
  // A code is good once: the one before confirms, the one of now signs in.
  await send(visitor, '/api/v1/totp/confirm', { code: codeOf(secret, Date.now() / 1000 - step) });
  await visitor.page.context().clearCookies();
  await send(visitor, '/api/v1/sign-in', { name, password, code: codeOf(secret, Date.now() / 1000) });
}

async function send(visitor, address, data) {
  const answer = await visitor.page.context().request.post(visitor.service.url + address, { headers, data });
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`);
  return answer.text();
}

/** What an authenticator shows (RFC 6238). */
function codeOf(secret, seconds) {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / step)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const start = hash[hash.length - 1] & 15;
  return String((hash.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
