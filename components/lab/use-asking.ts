'use client';

import { useCallback, useState } from 'react';
import { ApiError } from '../site/api';

/** For a dialog or panel that asks the server: whether it waits, and what the server refused, in words. */
export function useAsking() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  /** Answers whether it was done; a refusal is shown, anything else is a bug and stays one. */
  const ask = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setFailed(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailed(error.message);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, failed, ask };
}
