import { describe, expect, test } from 'vitest';
import { prefixListNamed } from '@/lib/engine/prefix-list/prefix-list';
import { arriveAtEndpoint, endpointAsSource, throughEndpoint } from '@/lib/engine/reachability/endpoints';
import { inBlocks } from '@/lib/engine/reachability/longest-prefix';
import { resolveName } from '@/lib/engine/reachability/resolve-name';
import { trace } from '@/lib/engine/reachability/trace';
import { TestAccount } from '@/test/build/account';
import { makeInstance, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { makeInterfaceEndpoint } from '@/test/build/private-links';
import { mainTable } from '@/test/build/route-table';
import { packetTo, refusalOf, walkIn } from './fabric-words';

function gateway(service = 's3') {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const subnetId = makeSubnet(account, vpcId);
  const { VpcEndpoint } = account.call<{ VpcEndpoint: { VpcEndpointId: string } }>('CreateVpcEndpoint', {
    VpcId: vpcId,
    ServiceName: `com.amazonaws.us-east-1.${service}`,
    RouteTableIds: [mainTable(account, vpcId).RouteTableId],
  });
  const id = VpcEndpoint.VpcEndpointId;
  const [address = ''] = resolveName(account.world, vpcId, `${service}.us-east-1.amazonaws.com`)?.addresses ?? [];
  const place = { at: 'vpc-endpoint', id, fromVpcId: vpcId } as const;
  const pass = (more: Parameters<typeof packetTo>[2] = {}) =>
    throughEndpoint(walkIn(account.world), place, packetTo(address, '10.0.1.9', { destinationPort: 443, ...more }));
  return { account, vpcId, subnetId, id, address, place, pass };
}

describe('a gateway endpoint', () => {
  test.each(['s3', 'dynamodb'])('delivers to %s, and brings the answer back into the VPC', (service) => {
    const { account, vpcId, address, place, pass } = gateway(service);
    expect(pass().arrived).toEqual(place);
    const { cidrs = [] } = prefixListNamed(account.world, `com.amazonaws.us-east-1.${service}`) ?? {};
    expect(inBlocks(cidrs, address)).toBe(true);
    const back = throughEndpoint(walkIn(account.world, 'back'), place, packetTo('10.0.1.9', address));
    expect(back.next?.place).toEqual({ at: 'vpc', vpcId });
  });

  test('takes TCP and ping, and no UDP', () => {
    const { id, address, pass } = gateway();
    expect(pass({ protocol: 'icmp' }).arrived).toBeDefined();
    expect(refusalOf(pass({ protocol: 'udp' }))).toBe(
      `VPCE_GATEWAY_PROTOCOL_RESTRICTION: ${id}, the gateway endpoint, takes TCP and ICMP echo, and no UDP.`,
    );
    expect(pass({ destinationPort: 22 }).hops.at(-1)?.refusal?.code).toBe('port-closed');
    expect(address).not.toBe('');
  });

  test('serves its own VPC and nobody behind it', () => {
    const { vpcId, id, pass } = gateway();
    expect(refusalOf(pass({ source: '10.9.0.1' }))).toBe(
      `GATEWAY_REJECTS_SPOOFED_TRAFFIC: ${id}, the gateway endpoint, serves ${vpcId} (10.0.0.0/16) only, and takes nothing from 10.9.0.1.`,
    );
  });

  test('that is being deleted, or gone, carries nothing', () => {
    const { account, id, pass } = gateway();
    account.call('DeleteVpcEndpoints', { VpcEndpointIds: [id] });
    expect(refusalOf(pass())).toMatch(/^BAD_STATE: /);
    account.wait(300);
    account.call('DescribeVpcEndpoints');
    expect(refusalOf(pass())).toMatch(/^BAD_STATE: .* is gone\.$/);
  });

  test('is the whole way of a flow by name, without an internet gateway', () => {
    const { account, id, subnetId } = gateway();
    const { id: instance } = makeInstance(account, subnetId);
    const { verdict, out, back } = trace(account.world, {
      source: { kind: 'instance', id: instance },
      destination: { kind: 'name', name: 'my-bucket.s3.us-east-1.amazonaws.com' },
      protocol: 'tcp',
      port: 443,
    });
    expect(verdict).toEqual({ reached: true, seen: 'answer' });
    expect([out.at(-1)?.component.id, back[0]?.component.id]).toEqual([id, id]);
  });
});

describe('an interface endpoint', () => {
  function interfaceEndpoint() {
    const account = new TestAccount();
    const { SubnetId, VpcEndpointId } = makeInterfaceEndpoint(account, '10.4.0.0/16');
    const eni = account.world.networkInterfaces.by('SubnetId', SubnetId)[0];
    if (!eni) throw new Error('it has an interface');
    const to = eni.PrivateIpAddresses[0]?.PrivateIpAddress ?? '';
    const arrive = (more: Parameters<typeof packetTo>[2] = {}) =>
      arriveAtEndpoint(walkIn(account.world), eni, packetTo(to, '10.4.1.9', { destinationPort: 443, ...more }));
    return { account, SubnetId, VpcEndpointId, eni, to, arrive };
  }

  test('answers HTTPS and nothing else', () => {
    const { VpcEndpointId, eni, arrive } = interfaceEndpoint();
    expect(arrive().arrived).toEqual({ at: 'leaving', eni });
    expect(arrive().hops[0]?.component).toEqual({ kind: 'vpc-endpoint', id: VpcEndpointId });
    expect(arrive({ destinationPort: 80 }).hops.at(-1)?.refusal?.code).toBe('port-closed');
    expect(refusalOf({ ...arrive({ protocol: 'icmp' }) })).toBe(
      `PROTOCOL_RESTRICTION: ${VpcEndpointId}, the interface endpoint, takes TCP, and no ping.`,
    );
  });

  test('begins no connections, but answers', () => {
    const { account, VpcEndpointId, SubnetId, eni, to } = interfaceEndpoint();
    const { id } = makeInstance(account, SubnetId);
    const flow = {
      source: { kind: 'interface', id: eni.NetworkInterfaceId },
      destination: { kind: 'instance', id },
      protocol: 'tcp',
      port: 22,
    } as const;
    expect(trace(account.world, flow).verdict).toMatchObject({
      reached: false,
      refusal: {
        code: 'VPCE_INTRA_VPC_TRAFFIC',
        text: `${VpcEndpointId}, the interface endpoint, answers what comes to it, and begins no connections.`,
      },
    });
    const asked = {
      ...flow,
      source: flow.destination,
      destination: { kind: 'address', address: to },
      port: 443,
    } as const;
    expect(trace(account.world, asked).verdict).toEqual({ reached: true, seen: 'answer' });
    const [other] = account.world.networkInterfaces.by('InstanceId', id);
    if (!other) throw new Error('the instance has an interface');
    expect(endpointAsSource(walkIn(account.world), other, packetTo(to, '10.4.1.9'))).toBeUndefined();
  });
});
