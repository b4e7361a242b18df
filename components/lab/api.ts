import { askOften, type Call, newKey } from '../site/api';

/** Call API v1 as this browser; a write has a key of its own, so asked for again it is not done twice. */
export const api = <T>(method: Call['method'], path: string, body: object = {}): Promise<T> =>
  askOften<T>(path, method === 'GET' ? { method } : { method, body, key: newKey() });
