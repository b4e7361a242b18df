import { renderCall } from '@/lib/aws-cli/render-call';
import { database } from '@/lib/db/database';
import { findAttempt } from '@/lib/db/lab-attempts';
import type { User } from '@/lib/db/users';
import type { Call } from '@/lib/engine/execute';
import { settleDue } from '@/lib/engine/settle';
import { engineVersion } from '@/lib/engine/version';
import { makeCall } from '@/lib/labs/replay';
import type { LoggedCall } from '@/lib/shell/line';
import { startAttempt } from '@/lib/usecases/lab-attempts';
import { forget, openAttempt, snapshotOf } from '@/lib/usecases/live-attempts';

/**
 * An attempt at the sandbox whose log has so many steps on one path, each of one call, with the snapshots that `recordStep` keeps;
 * written past the use cases, which would take a minute for five thousand. Its account holds some sixty interfaces.
 */
export async function longAttempt(user: User, steps: number): Promise<string> {
  const { prisma } = await database();
  const { id } = await startAttempt(user, { slug: 'sandbox', seed: 'long' }, () => undefined);
  const header = await findAttempt(id, user.id);
  if (!header) throw new Error('it was just made');
  const { moment, shell } = await openAttempt(header);
  const { world } = moment;
  forget(id);
  const rows = [];
  const snapshots = [];
  for (let seq = 1; seq <= steps; seq += 1) {
    world.sequence = seq * 100_000;
    const sequence = world.sequence;
    const call = nextCall(seq, world);
    const at = world.now + 1_000;
    const outcome = makeCall(moment, { ...call, at });
    settleDue(world);
    const made: LoggedCall[] = [
      outcome.ok ? { ...call, at, ok: true } : { ...call, at, ok: false, code: outcome.error.code },
    ];
    const common = { attemptId: id, seq, engine: engineVersion };
    rows.push({
      ...common,
      parent: seq - 1,
      at: new Date(at),
      actor: user.id,
      via: 'ec2',
      text: renderCall(call),
      calls: JSON.stringify(made),
      sequence,
    });
    if (seq % 50 === 0) snapshots.push({ ...common, ...snapshotOf(moment, shell) });
  }
  await prisma.labStep.createMany({ data: rows });
  await prisma.labSnapshot.createMany({ data: snapshots });
  await prisma.labAttempt.update({ where: { id }, data: { head: steps, lastSeq: steps } });
  return id;
}

type World = Awaited<ReturnType<typeof openAttempt>>['moment']['world'];

/** Interfaces, until there are sixty; then their names, their groups' rules, and refusals. */
function nextCall(seq: number, world: World): Call {
  const [subnet] = world.subnets.list();
  const [group] = world.securityGroups.list();
  const interfaces = world.networkInterfaces.list();
  const eni = interfaces[seq % Math.max(1, interfaces.length)];
  if (interfaces.length < 60)
    return { operation: 'CreateNetworkInterface', input: { SubnetId: subnet?.SubnetId, Description: `number ${seq}` } };
  const port = 1_000 + (seq % 50);
  const permission = { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '203.0.113.0/24' }] };
  const rule = { GroupId: group?.GroupId, IpPermissions: [permission] };
  switch (seq % 5) {
    case 0:
      return { operation: 'AuthorizeSecurityGroupIngress', input: rule };
    case 1:
      return { operation: 'RevokeSecurityGroupIngress', input: rule };
    case 2:
      return { operation: 'DeleteSubnet', input: { SubnetId: subnet?.SubnetId } };
    default:
      return {
        operation: 'CreateTags',
        input: { Resources: [eni?.NetworkInterfaceId], Tags: [{ Key: 'Name', Value: `interface-${seq}` }] },
      };
  }
}
