// Who uses the pages: signing in and out, first password, authenticator.
import { get, post } from './client';

export interface Caller {
  name: string;
  roles: string[];
  subject?: string;
  open: boolean;
  /** What the identity service is called by which one may sign in, too. */
  identity?: string;
}

/** Leads to the identity service and back. */
export const IdentityPlace = '/api/v1/sign-in/identity';

export const me = (): Promise<Caller> => get('/api/v1/me');

export const signIn = (name: string, password: string, code: string): Promise<Caller> =>
  post('/api/v1/sign-in', code === '' ? { name, password } : { name, password, code });

export const signOut = (): Promise<void> => post('/api/v1/sign-out');

export const setPassword = (name: string, invitation: string, password: string): Promise<void> =>
  post('/api/v1/password', { name, invitation, password });

export const offerTimeCode = (): Promise<{ secret: string; uri: string }> => post('/api/v1/totp');

export const confirmTimeCode = (code: string): Promise<void> => post('/api/v1/totp/confirm', { code });
