// Small helpers of the pages. Text is always set as text: nothing of a policy is ever read as HTML.

type Child = Node | string | undefined | false;
type Handlers = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

interface Wishes { class?: string; title?: string; on?: Handlers; attributes?: Record<string, string> }

/** An element with its children; what is undefined or false is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, wishes: Wishes, ...children: Child[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (wishes.class) made.className = wishes.class;
  if (wishes.title) made.title = wishes.title;
  for (const [key, value] of Object.entries(wishes.attributes ?? {})) made.setAttribute(key, value);
  for (const [event, handler] of Object.entries(wishes.on ?? {})) made.addEventListener(event, handler as EventListener);
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

/** An element of a drawing. */
export function shape<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Record<string, string | number>, ...children: Child[]): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

/** The Chinese text where the editor speaks Chinese, else the English one. */
export function say(zh: string, en: string): string {
  return document.documentElement.lang.toLowerCase().startsWith('zh') ? zh : en;
}

interface Host { postMessage(message: unknown): void }
declare function acquireVsCodeApi(): Host;

/** The extension that the page belongs to, with what is sent and received. */
export function connect<From, To>(received: (message: To) => void): (message: From) => void {
  const host = acquireVsCodeApi();
  window.addEventListener('message', (event: MessageEvent<To>) => received(event.data));
  return (message) => host.postMessage(message);
}
