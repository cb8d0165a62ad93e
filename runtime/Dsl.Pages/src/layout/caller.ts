// Who uses the pages, as all of them see it.
import { reactive, readonly } from 'vue';
import { me, type Caller } from '../api/account';
import { forget } from '../form/session';

const state = reactive<{ known: boolean; caller: Caller }>({ known: false, caller: { name: '', roles: [], open: false } });

export const caller = readonly(state);

/** Asks the service who one is. */
export async function renewCaller(): Promise<void> {
  const now = await me();
  // What was typed for one person is not shown to the next.
  if (state.known && now.name !== state.caller.name) forget();
  Object.assign(state, { known: true, caller: now });
}

/** Whether one has one of some roles. */
export const hasRole = (...roles: string[]): boolean => roles.some((role) => state.caller.roles.includes(role));
