import { type ReactNode, useDeferredValue } from 'react';

/** What stands below the first screenful: it is worked out once what is above has been painted. */
export const Later = ({ children }: { readonly children: ReactNode }) =>
  useDeferredValue(true, false) ? children : <div className="later" />;
