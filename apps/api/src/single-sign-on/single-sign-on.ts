import { createIdentityProvider, type IdentityProvider } from './identity-provider.ts';
import type { SingleSignOnSettings } from './single-sign-on-settings.ts';

export type SingleSignOn = { readonly settings: SingleSignOnSettings; readonly provider: IdentityProvider };

/** Asks nothing of the provider yet: the service starts without it. */
export const openSingleSignOn = (settings: SingleSignOnSettings | null): SingleSignOn | null =>
  settings && { settings, provider: createIdentityProvider(settings) };
