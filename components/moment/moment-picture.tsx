import { others } from '@/lib/diagram/others';
import { portsOf } from '@/lib/diagram/ports';
import { topology } from '@/lib/diagram/topology';
import type { World } from '@/lib/engine/world';
import { OtherTable } from '../lab/other-table';
import { AccountPicture } from '../lesson/account-picture';

/** Room that a page has on a desk, px. The picture is drawn on the server, which knows no screen. */
const pageWidth = 1106;
const nothing: ReadonlySet<string> = new Set();

/** The whole of an account as it stood, with its tables. */
export function MomentPicture({ world }: { world: World }) {
  return (
    <AccountPicture account={topology(world, portsOf(world))} label="The account as a picture" deskWidth={pageWidth}>
      <OtherTable rows={others(world)} changed={nothing} linked={false} />
    </AccountPicture>
  );
}
