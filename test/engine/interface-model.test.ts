import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute } from '@/lib/engine/execute';
import { type Codes, InterfaceModel, type ModelAddress, type ModelInterface } from '@/test/build/interface-model';
import { hold } from '@/test/build/sound/hold';

/** How often each operation was accepted, and refused with each code, over all runs. */
const seen = new Map<string, number>();
let movedWithElastic = 0;

/** Make the call and compare its outcome with what the model says; the output of an accepted one. */
function call(model: InterfaceModel, operation: string, input: object, refusals: Codes): object | undefined {
  const outcome = execute(model.account.world, { operation, input });
  const met = outcome.ok ? 'accepted' : outcome.error.code;
  const told = refusals.size === 0 ? 'accepted' : [...refusals].join(' or ');
  const text = `${operation} ${JSON.stringify(input)}: ${met}, and the model says ${told}`;
  hold(outcome.ok ? refusals.size === 0 : refusals.has(outcome.error.code), text);
  seen.set(`${operation} ${met}`, (seen.get(`${operation} ${met}`) ?? 0) + 1);
  return outcome.ok ? outcome.output : undefined;
}

type Step = (model: InterfaceModel) => void;

const nth = <T>(values: Iterable<T>, number: number): T | undefined => {
  const all = [...values];
  return all[number % all.length];
};
const index = fc.nat({ max: 1_000 });
/** Of few addresses of few subnets, so that they meet. */
const ip = fc.record({
  base: fc.constantFrom(undefined, undefined, undefined, '10.0.2', '10.9.9'),
  last: fc.integer({ min: 10, max: 14 }),
});
const chosenIp = (base: string, chosen: { base: string | undefined; last: number }) =>
  `${chosen.base ?? base}.${chosen.last}`;

const withInterface =
  (work: (model: InterfaceModel, eni: ModelInterface) => void) =>
  (number: number): Step =>
  (model) => {
    const eni = nth(model.interfaces.values(), number);
    if (eni) work(model, eni);
  };
const withAddress =
  (work: (model: InterfaceModel, address: ModelAddress) => void) =>
  (number: number): Step =>
  (model) => {
    const address = nth(model.addresses.values(), number);
    if (address) work(model, address);
  };

const create = fc.record({ place: index, ip }).map(
  ({ place: number, ip: chosen }): Step =>
    (model) => {
      const place = nth(model.places, number) ?? model.places[0];
      const address = chosenIp(place.base, chosen);
      const input = { SubnetId: place.subnet, PrivateIpAddress: address };
      const output = call(model, 'CreateNetworkInterface', input, model.mayCreate(place, address));
      const made = output as { NetworkInterface: { NetworkInterfaceId: string } } | undefined;
      const id = made?.NetworkInterface.NetworkInterfaceId;
      if (id) model.interfaces.set(id, { id, place, ips: [address] });
    },
);

const remove = index.map(
  withInterface((model, eni) => {
    const { id } = eni;
    if (!call(model, 'DeleteNetworkInterface', { NetworkInterfaceId: id }, model.mayDelete(eni))) return;
    model.interfaces.delete(id);
    model.loosen((on) => on.eni === id);
  }),
);

const attach = fc
  .record({ eni: index, host: index, device: fc.nat({ max: 3 }) })
  .map(({ eni: number, host: at, device }) =>
    withInterface((model, eni) => {
      const host = nth(model.hosts, at) ?? model.hosts[0];
      const input = { NetworkInterfaceId: eni.id, InstanceId: host.id, DeviceIndex: device };
      const output = call(model, 'AttachNetworkInterface', input, model.mayAttach(eni, host, device));
      const id = (output as { AttachmentId: string } | undefined)?.AttachmentId;
      if (id) model.interfaces.set(eni.id, { ...eni, attached: { id, instance: host.id, index: device } });
    })(number),
  );

const detach = index.map(
  withInterface((model, eni) => {
    const AttachmentId = eni.attached?.id ?? 'eni-attach-0123456789abcdef0';
    if (call(model, 'DetachNetworkInterface', { AttachmentId }, model.mayDetach(eni))) model.detached(eni);
  }),
);

const assign = fc.record({ eni: index, ip, mayMove: fc.boolean() }).map(({ eni: number, ip: chosen, mayMove }) =>
  withInterface((model, eni) => {
    const address = chosenIp(eni.place.base, chosen);
    const input = { NetworkInterfaceId: eni.id, PrivateIpAddresses: [address], AllowReassignment: mayMove };
    const told = model.mayAssign(eni, address, mayMove);
    if (call(model, 'AssignPrivateIpAddresses', input, told)) model.assigned(eni, address);
  })(number),
);

/** A secondary address, of those with an Elastic IP if there is one, to another interface of the subnet. */
const move = fc.record({ from: index, to: index }).map(
  ({ from, to }): Step =>
    (model) => {
      const secondary = [...model.interfaces.values()].flatMap((eni) => eni.ips.slice(1).map((ip) => ({ eni, ip })));
      const hasElastic = ({ eni, ip }: (typeof secondary)[number]) =>
        [...model.addresses.values()].some(({ on }) => on?.eni === eni.id && on.ip === ip);
      const elastic = secondary.filter(hasElastic);
      const chosen = nth(elastic.length > 0 ? elastic : secondary, from);
      const others = [...model.interfaces.values()].filter(
        (eni) => eni !== chosen?.eni && eni.place === chosen?.eni.place,
      );
      const eni = nth(others, to);
      if (!chosen || !eni) return;
      const { ip: address } = chosen;
      const input = { NetworkInterfaceId: eni.id, PrivateIpAddresses: [address], AllowReassignment: true };
      if (!call(model, 'AssignPrivateIpAddresses', input, model.mayAssign(eni, address, true))) return;
      if (hasElastic(chosen)) movedWithElastic += 1;
      model.assigned(eni, address);
    },
);

const unassign = fc.record({ eni: index, ip: index }).map(({ eni: number, ip: at }) =>
  withInterface((model, eni) => {
    const address = nth([...eni.ips, '10.0.1.99'], at) ?? '';
    const input = { NetworkInterfaceId: eni.id, PrivateIpAddresses: [address] };
    if (!call(model, 'UnassignPrivateIpAddresses', input, model.mayUnassign(eni, address))) return;
    model.interfaces.set(eni.id, { ...eni, ips: eni.ips.filter((other) => other !== address) });
    model.loosen((on) => on.eni === eni.id && on.ip === address);
  })(number),
);

const allocate = fc.constant<Step>((model) => {
  const output = call(model, 'AllocateAddress', { Domain: 'vpc' }, model.mayAllocate());
  const id = (output as { AllocationId: string } | undefined)?.AllocationId;
  if (id) model.addresses.set(id, { id });
});

const release = index.map(
  withAddress((model, address) => {
    const { id } = address;
    if (call(model, 'ReleaseAddress', { AllocationId: id }, model.mayRelease(address))) model.addresses.delete(id);
  }),
);

const associate = fc
  .record({ address: index, eni: index, ip: index, mayMove: fc.constantFrom(undefined, true, false) })
  .map(({ address: number, eni: of, ip: at, mayMove }) =>
    withAddress((model, address) => {
      const eni = nth(model.interfaces.values(), of);
      if (!eni) return;
      const privateIp = nth([...eni.ips, ...eni.ips.slice(1), ...eni.ips.slice(1), '10.0.1.99'], at) ?? '';
      const input = {
        AllocationId: address.id,
        NetworkInterfaceId: eni.id,
        PrivateIpAddress: privateIp,
        ...(mayMove !== undefined && { AllowReassociation: mayMove }),
      };
      const told = model.mayAssociate(address, eni, privateIp, mayMove ?? true);
      associated(model, address, eni, privateIp, call(model, 'AssociateAddress', input, told));
    })(number),
  );

const associateWithInstance = fc.record({ address: index, host: index }).map(({ address: number, host: at }) =>
  withAddress((model, address) => {
    const host = nth(model.hosts, at) ?? model.hosts[0];
    const [eni, ...others] = model.on(host);
    if (!eni) throw new Error('an instance has no interface');
    const [primary = ''] = eni.ips;
    const told = others.length > 0 ? new Set(['InvalidInstanceID']) : model.mayAssociate(address, eni, primary, true);
    const input = { AllocationId: address.id, InstanceId: host.id };
    associated(model, address, eni, primary, call(model, 'AssociateAddress', input, told));
  })(number),
);

function associated(
  model: InterfaceModel,
  address: ModelAddress,
  eni: ModelInterface,
  privateIp: string,
  output?: object,
) {
  const id = (output as { AssociationId: string } | undefined)?.AssociationId;
  if (!id) return;
  const isThere = address.on?.eni === eni.id && address.on.ip === privateIp;
  hold(isThere === (address.on?.id === id), 'an association has a new id unless it was there already');
  model.associated(address, eni, privateIp, id);
}

const disassociate = index.map(
  withAddress((model, { id, on }) => {
    const AssociationId = on?.id ?? 'eipassoc-0123456789abcdef0';
    const told = new Set(on ? [] : ['InvalidAssociationID.NotFound']);
    if (call(model, 'DisassociateAddress', { AssociationId }, told)) model.addresses.set(id, { id });
  }),
);

const step = fc.oneof(
  { arbitrary: create, weight: 3 },
  { arbitrary: attach, weight: 4 },
  { arbitrary: assign, weight: 4 },
  { arbitrary: associate, weight: 4 },
  { arbitrary: allocate, weight: 2 },
  { arbitrary: move, weight: 4 },
  ...[remove, detach, unassign, release, associateWithInstance, disassociate].map((arbitrary) => ({
    arbitrary,
    weight: 1,
  })),
);

test('a simple model tells which calls are accepted, why others are not, and what is there afterwards', () => {
  fc.assert(
    fc.property(fc.noBias(fc.array(step, { minLength: 20, maxLength: 100, size: 'max' })), (steps) => {
      const model = new InterfaceModel();
      for (const run of steps) {
        model.tick();
        run(model);
        const [shown, expected] = [model.shown(), model.expected()];
        if (!isDeepStrictEqual(shown, expected)) expect(shown).toEqual(expected);
      }
    }),
    { numRuns: 60, seed: 20260131 },
  );
});

test('every way in which the model says no was met, and every yes', () => {
  expect(movedWithElastic, 'addresses that took their Elastic IP along').toBeGreaterThan(10);
  expect([...seen.keys()].sort()).toEqual([
    'AllocateAddress AddressLimitExceeded',
    'AllocateAddress accepted',
    'AssignPrivateIpAddresses InvalidParameterValue',
    'AssignPrivateIpAddresses PrivateIpAddressLimitExceeded',
    'AssignPrivateIpAddresses accepted',
    'AssociateAddress Gateway.NotAttached',
    'AssociateAddress InvalidInstanceID',
    'AssociateAddress InvalidParameterValue',
    'AssociateAddress Resource.AlreadyAssociated',
    'AssociateAddress accepted',
    'AttachNetworkInterface AttachmentLimitExceeded',
    'AttachNetworkInterface InvalidInterface.IpAddressLimitExceeded',
    'AttachNetworkInterface InvalidNetworkInterface.InUse',
    'AttachNetworkInterface InvalidParameterCombination',
    'AttachNetworkInterface InvalidParameterValue',
    'AttachNetworkInterface accepted',
    'CreateNetworkInterface InvalidIPAddress.InUse',
    'CreateNetworkInterface InvalidParameterValue',
    'CreateNetworkInterface accepted',
    'DeleteNetworkInterface InvalidParameterValue',
    'DeleteNetworkInterface accepted',
    'DetachNetworkInterface InvalidAttachmentID.NotFound',
    'DetachNetworkInterface OperationNotPermitted',
    'DetachNetworkInterface accepted',
    'DisassociateAddress InvalidAssociationID.NotFound',
    'DisassociateAddress accepted',
    'ReleaseAddress InvalidIPAddress.InUse',
    'ReleaseAddress accepted',
    'UnassignPrivateIpAddresses InvalidParameterValue',
    'UnassignPrivateIpAddresses accepted',
  ]);
});
