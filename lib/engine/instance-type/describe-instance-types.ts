import { NotModelled } from '../aws-error';
import { describeRows } from '../describe';
import { memberFilters } from '../member-filters';
import { operation } from '../operation';
import { boolean, filterList, list, paged, string } from '../shapes';
import { instanceTypeErrors } from './errors';
import { describeInstanceType, type InstanceType, instanceTypes, isInstanceType } from './instance-type';

const known = [
  'bare-metal',
  'hypervisor',
  'instance-type',
  'network-info.efa-supported',
  'network-info.ipv4-addresses-per-interface',
  'network-info.ipv6-addresses-per-interface',
  'network-info.ipv6-supported',
  'network-info.maximum-network-cards',
  'network-info.maximum-network-interfaces',
  'processor-info.supported-architecture',
];

/** Filters of AWS on what the data does not tell: an empty answer would be a false one. */
const unknown = [
  ...['auto-recovery-supported', 'burstable-performance-supported', 'current-generation', 'dedicated-hosts-supported'],
  ...['ebs-info.attachment-limit-type', 'ebs-info.maximum-ebs-attachments', 'ebs-info.ebs-optimized-support'],
  ...['ebs-info.ebs-optimized-info.baseline-bandwidth-in-mbps', 'ebs-info.ebs-optimized-info.baseline-iops'],
  ...['ebs-info.ebs-optimized-info.baseline-throughput-in-mbps', 'ebs-info.ebs-optimized-info.maximum-iops'],
  ...['ebs-info.ebs-optimized-info.maximum-bandwidth-in-mbps', 'ebs-info.encryption-support', 'ebs-info.nvme-support'],
  ...['ebs-info.ebs-optimized-info.maximum-throughput-in-mbps', 'free-tier-eligible', 'hibernation-supported'],
  ...['instance-storage-info.disk.count', 'instance-storage-info.disk.size-in-gb', 'instance-storage-info.disk.type'],
  ...['instance-storage-info.encryption-support', 'instance-storage-info.nvme-support', 'instance-storage-supported'],
  ...['instance-storage-info.total-size-in-gb', 'memory-info.size-in-mib', 'network-info.bandwidth-weightings'],
  ...['network-info.efa-info.maximum-efa-interfaces', 'network-info.ena-support', 'network-info.network-performance'],
  ...['network-info.encryption-in-transit-supported', 'network-info.flexible-ena-queues-support'],
  ...['nitro-enclaves-support', 'nitro-tpm-support', 'nitro-tpm-info.supported-versions', 'reboot-migration-support'],
  ...['processor-info.sustained-clock-speed-in-ghz', 'processor-info.supported-features', 'supported-boot-mode'],
  ...['supported-root-device-type', 'supported-usage-class', 'supported-virtualization-type'],
  ...['vcpu-info.default-cores', 'vcpu-info.default-threads-per-core', 'vcpu-info.default-vcpus'],
  ...['vcpu-info.valid-cores', 'vcpu-info.valid-threads-per-core'],
];

const filters = {
  ...memberFilters<InstanceType>(describeInstanceType, known, {
    'processor-info.supported-architecture': 'ProcessorInfo.SupportedArchitectures',
  }),
  ...Object.fromEntries(
    unknown.map((filter) => [
      filter,
      () => {
        throw new NotModelled(`the filter ${filter}`);
      },
    ]),
  ),
};

const pageSize = 100;

/**
 * DescribeInstanceTypes: what types of instance allow, above all around network interfaces.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html (pages of 5 to 100)
 * Not modelled: processors, memory, disks and prices, with the filters on them.
 * Without MaxResults AWS answers a hundred (github.com/ray-project/ray/issues/11484). Assumed: every type exists in every Region.
 */
export const describeInstanceTypes = operation({
  name: 'DescribeInstanceTypes',
  input: { InstanceTypes: list(string), Filters: filterList, ...paged, IncludeUnsupportedInRegion: boolean },
  run(_world, input) {
    if ((input.InstanceTypes ?? []).length > pageSize) throw instanceTypeErrors.tooMany();
    const missing = (input.InstanceTypes ?? []).filter((name) => !isInstanceType(name));
    if (missing.length > 0) throw instanceTypeErrors.notFound(missing);
    const asked = new Set(input.InstanceTypes);
    const { rows, ...page } = describeRows<InstanceType>(
      { ...input, MaxResults: input.MaxResults ?? pageSize },
      {
        ids: undefined,
        idsParameter: 'instanceTypeSet',
        get: (name) => {
          throw instanceTypeErrors.notFound([name]);
        },
        list: () => (asked.size > 0 ? instanceTypes.filter((type) => asked.has(type.InstanceType)) : instanceTypes),
        filters,
        most: pageSize,
      },
    );
    return { InstanceTypes: rows.map(describeInstanceType), ...page };
  },
});
