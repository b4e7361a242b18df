import { writeAnswer } from '@/lib/ec2-query/write-answer';
import type { Figure } from './bench';
import { median } from './measure';
import { call, worldWith } from './worlds';

const interfaces = 10_000;
const rounds = 15;

/** Describing among 10,000 interfaces: each call looks at every one of them, so the figures are to be held against each other. */
export async function engineDescribe(): Promise<Figure[]> {
  const { world, subnet } = worldWith(interfaces);
  const rows = world.networkInterfaces.list();
  const some = rows.filter((_, index) => index % 100 === 0).map((row) => row.NetworkInterfaceId);
  call(world, 'CreateTags', { Resources: some, Tags: [{ Key: 'role', Value: 'web-1' }] });
  const last = rows.at(-1);
  const filter = (Name: string, ...Values: (string | undefined)[]) => ({ Filters: [{ Name, Values }] });
  const inputs: Record<string, object> = {
    'by id': { NetworkInterfaceIds: [last?.NetworkInterfaceId] },
    'by address': filter('addresses.private-ip-address', last?.PrivateIpAddresses[0]?.PrivateIpAddress),
    'by tag and a wild value': filter('tag:role', 'web-*'),
    'by three filters': {
      Filters: [
        { Name: 'subnet-id', Values: [subnet] },
        { Name: 'status', Values: ['available'] },
        { Name: 'tag:role', Values: ['web-?'] },
      ],
    },
    'a page of 1,000': { MaxResults: 1_000 },
  };
  const figures: Figure[] = [];
  for (const [name, input] of Object.entries(inputs)) {
    const ask = () => call<{ NetworkInterfaces: unknown[] }>(world, 'DescribeNetworkInterfaces', input);
    const found = ask().NetworkInterfaces.length;
    const ms = timeOf(ask);
    figures.push({ name: `describe among 10,000 interfaces ${name}, ms`, value: ms, detail: `${found} found` });
  }
  const page = call(world, 'DescribeNetworkInterfaces', { MaxResults: 1_000 });
  const write = () => writeAnswer('DescribeNetworkInterfaces', page, '00000000-0000-4000-8000-000000000000');
  return [
    ...figures,
    { name: 'XML of 1,000 interfaces, ms', value: timeOf(write), detail: `${Math.round(write().length / 1024)} kB` },
  ];
}

function timeOf(work: () => unknown): number {
  const times: number[] = [];
  for (let round = -5; round < rounds; round += 1) {
    const from = performance.now();
    work();
    if (round >= 0) times.push(performance.now() - from);
  }
  return median(times);
}
