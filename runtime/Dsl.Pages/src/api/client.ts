// How the pages ask the service: same origin only, with the header that foreign pages cannot send.
import { ApiProblem } from './problems';

type Query = Record<string, string | number | undefined>;

/** The address of a request with its parameters. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

async function send(path: string, options: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...options, credentials: 'same-origin' });
  } catch {
    throw ApiProblem.unreachable();
  }
  if (!response.ok) throw await ApiProblem.of(response);
  return response;
}

/** Asks for a document. */
export async function get<T>(path: string, query: Query = {}): Promise<T> {
  return (await send(address(path, query), {})).json() as Promise<T>;
}

/** Sends a document; the answer is one, or nothing. */
export async function post<T>(path: string, body?: unknown, query: Query = {}): Promise<T> {
  const response = await send(address(path, query), {
    method: 'POST',
    headers: { 'X-Policy-Request': '1', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Sends a file as it is. */
export async function upload<T>(path: string, file: Blob, query: Query = {}): Promise<T> {
  const headers = { 'X-Policy-Request': '1', 'Content-Type': 'application/octet-stream' };
  return (await send(address(path, query), { method: 'POST', headers, body: file })).json() as Promise<T>;
}
