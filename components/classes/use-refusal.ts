'use client';

import { useEffect, useState } from 'react';
import type { FormState } from '../account/form';

/** What an action refused, until any form of the page is sent: then it is no longer what happened last. */
export function useRefusal<T>(state: FormState<T> | undefined): string | undefined {
  const [past, setPast] = useState<FormState<T>>();
  useEffect(() => {
    if (!state || state.ok) return;
    const pass = () => setPast(state);
    addEventListener('submit', pass);
    return () => removeEventListener('submit', pass);
  }, [state]);
  return state && !state.ok && state !== past ? state.message : undefined;
}
