import { noSuchAddress } from '@/lib/auth/route';

// HEAD is answered by Next, as GET without its body.
export {
  noSuchAddress as DELETE,
  noSuchAddress as GET,
  noSuchAddress as OPTIONS,
  noSuchAddress as PATCH,
  noSuchAddress as POST,
  noSuchAddress as PUT,
};
